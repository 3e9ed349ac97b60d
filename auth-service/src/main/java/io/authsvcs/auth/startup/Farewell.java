package io.authsvcs.auth.startup;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The last answers of an instance say that their connections end with them (RFC 9112 §9.6): the server closes these
 * silently otherwise, and somebody's next request might be on its way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Farewell implements WebFilter {
    private final Availability availability;

    Farewell(Availability availability) {
        this.availability = availability;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpResponse response = exchange.getResponse();
        // Not before: whoever came long ago may be answered at the very end.
        response.beforeCommit(() -> Mono.fromRunnable(() -> sayGoodbye(response)));
        return chain.filter(exchange);
    }

    private void sayGoodbye(ServerHttpResponse response) {
        if (availability.isOver()) {
            response.getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
    }
}
