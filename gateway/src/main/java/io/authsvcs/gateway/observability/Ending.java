package io.authsvcs.gateway.observability;

import io.authsvcs.common.Contract;
import io.authsvcs.gateway.format.Format;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.format.Presentation;
import io.authsvcs.gateway.pipeline.Attribute;
import io.authsvcs.gateway.routing.Route;
import io.authsvcs.gateway.upstream.Instance;
import io.authsvcs.gateway.upstream.Retries;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.SignalType;

/**
 * How a request has ended. It knows the route, never the path or the query, in which a token may be.
 *
 * @param format of its path, unless nobody serves that
 * @param status as it was answered, or that its caller has left
 * @param instance that was asked last
 * @param outcome where no instance has answered
 * @param retries how often it had to go on to a further instance
 */
record Ending(
        Optional<String> method,
        Optional<Route> route,
        Optional<Format> format,
        String status,
        Duration taken,
        String requestId,
        Optional<String> instance,
        Optional<Outcome> outcome,
        int retries) {
    static Ending of(ServerWebExchange exchange, SignalType signal, Duration taken) {
        return new Ending(
                Optional.of(exchange.getRequest().getMethod().name()),
                Route.ATTRIBUTE.find(exchange),
                Presentation.ATTRIBUTE.find(exchange).map(Presentation::format),
                hasLeft(exchange, signal) ? "left" : status(exchange),
                taken,
                Attribute.REQUEST_ID.get(exchange),
                Instance.ATTRIBUTE.find(exchange).map(Instance::id),
                Outcome.ATTRIBUTE.find(exchange),
                Retries.of(exchange));
    }

    static Ending refused(String requestId, Outcome outcome, Optional<Route> route, Optional<Format> format) {
        return new Ending(
                Optional.empty(),
                route,
                format,
                String.valueOf(outcome.status().code()),
                Duration.ZERO,
                requestId,
                Optional.empty(),
                Optional.of(outcome),
                0);
    }

    /** Whose API was called: {@code altegio}, or {@code canonical} for our own; nobody's where the path is unknown. */
    Optional<String> contract() {
        return format.map(known -> known.contract().map(Contract::label).orElse("canonical"));
    }

    /** Whether its caller was told to come again. */
    boolean isRefusal() {
        return status.equals("429") || status.equals("503");
    }

    /** Whether it was answered with 500 or above, and is no refusal. */
    boolean isError() {
        return status.startsWith("5") && !isRefusal();
    }

    private static boolean hasLeft(ServerWebExchange exchange, SignalType signal) {
        return signal == SignalType.CANCEL || Outcome.UNREAD.find(exchange).isPresent();
    }

    private static String status(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return status == null ? "-" : String.valueOf(status.value());
    }
}
