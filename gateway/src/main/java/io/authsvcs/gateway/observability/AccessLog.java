package io.authsvcs.gateway.observability;

import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.pipeline.Attribute;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.routing.Route;
import io.authsvcs.gateway.upstream.Instance;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** One line a request, and so one for every id that an answer carries. It names the route, never the path or the query, in which a token may be. */
@Component
public final class AccessLog implements EdgeFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final String NONE = "-";

    @Override
    public Step step() {
        return Step.LOG_ACCESS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long began = System.nanoTime();
        return chain.filter(exchange)
                .doFinally(signal -> log(exchange, signal, Duration.ofNanos(System.nanoTime() - began)));
    }

    /** The line of a request that the server refused before any step: hardly more than its id is known. */
    public void refused(String requestId, Outcome outcome) {
        line(NONE, NONE, outcome.status().code(), Duration.ZERO, requestId, NONE, outcome.name());
    }

    private static void log(ServerWebExchange exchange, SignalType signal, Duration taken) {
        line(
                exchange.getRequest().getMethod(),
                Route.ATTRIBUTE.find(exchange).map(Route::label).orElse(NONE),
                hasLeft(exchange, signal) ? "left" : status(exchange),
                taken,
                Attribute.REQUEST_ID.get(exchange),
                Instance.ATTRIBUTE.find(exchange).map(Instance::id).orElse(NONE),
                Outcome.ATTRIBUTE.find(exchange).map(Outcome::name).orElse(NONE));
    }

    private static void line(
            Object method,
            String route,
            Object status,
            Duration taken,
            String requestId,
            String instance,
            String outcome) {
        LOG.info(
                "method={} route={} status={} ms={} request={} instance={} outcome={}",
                method,
                route,
                status,
                taken.toMillis(),
                requestId,
                instance,
                outcome);
    }

    private static boolean hasLeft(ServerWebExchange exchange, SignalType signal) {
        return signal == SignalType.CANCEL || Outcome.UNREAD.find(exchange).isPresent();
    }

    private static Object status(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return status == null ? NONE : status.value();
    }
}
