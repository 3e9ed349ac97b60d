package io.authsvcs.gateway.limits;

import io.authsvcs.gateway.format.Fault;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.pipeline.Attribute;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.routing.Route;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a caller who asks more often than the contracts of the route allow, and says when to come back. */
@Component
final class LimitCallers implements EdgeFilter {
    private final CallerLimits limits;

    LimitCallers(CallerLimits limits) {
        this.limits = limits;
    }

    @Override
    public Step step() {
        return Step.LIMIT_CALLERS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return waitOf(exchange).map(wait -> Mono.<Void>error(tooMany(wait))).orElseGet(() -> chain.filter(exchange));
    }

    private Optional<Duration> waitOf(ServerWebExchange exchange) {
        Route route = Route.ATTRIBUTE.get(exchange);
        return Attribute.CLIENT_ADDRESS.find(exchange).flatMap(address -> limits.take(route.contracts(), address));
    }

    private static Fault tooMany(Duration wait) {
        return new Fault(Outcome.TOO_MANY_REQUESTS, Map.of(HttpHeaders.RETRY_AFTER, wholeSeconds(wait)));
    }

    /** RFC 9110 §10.2.3 knows no parts of a second; who came a part too early would be refused again. */
    static String wholeSeconds(Duration wait) {
        return String.valueOf(wait.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
