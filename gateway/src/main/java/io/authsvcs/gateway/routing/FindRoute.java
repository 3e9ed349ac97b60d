package io.authsvcs.gateway.routing;

import io.authsvcs.gateway.format.Arrival;
import io.authsvcs.gateway.format.Fault;
import io.authsvcs.gateway.format.Format;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.format.Presentation;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds the route, or ends the request when there is none. */
@Component
final class FindRoute implements EdgeFilter {
    private final Routes routes;

    FindRoute(Routes routes) {
        this.routes = routes;
    }

    @Override
    public Step step() {
        return Step.FIND_ROUTE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        return switch (routes.match(request.getPath().pathWithinApplication(), request.getMethod())) {
            case Match.Found(Route route, Format format) -> {
                Route.ATTRIBUTE.set(exchange, route);
                answerIn(format, exchange);
                yield chain.filter(exchange);
            }
            case Match.UnknownPath() -> Mono.error(new Fault(Outcome.UNKNOWN_PATH));
            case Match.WrongMethod(String allow, Format format) -> {
                answerIn(format, exchange);
                yield Mono.error(new Fault(Outcome.WRONG_METHOD, Map.of(HttpHeaders.ALLOW, allow)));
            }
        };
    }

    private static void answerIn(Format format, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        Presentation presentation = Presentation.of(format, request.getHeaders());
        Presentation.ATTRIBUTE.set(exchange, presentation);
        Arrival.of(request).answerIn(presentation);
    }
}
