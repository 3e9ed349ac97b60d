package io.authsvcs.auth.http;

import io.authsvcs.common.GatewayKey;
import io.authsvcs.common.HeaderNames;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes what only a gateway may say from the requests of everybody else. Other services may well ask an instance, for
 * what anybody may ask; they only can't say who called, or which write this is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BelieveGateways implements WebFilter {
    private static final String PREFIX = HeaderNames.INTERNAL_PREFIX;

    private final GatewayKey key;

    BelieveGateways(GatewayKey key) {
        this.key = key;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        List<String> said = saidIn(exchange.getRequest().getHeaders());
        return said.isEmpty() || isGateways(exchange.getRequest().getHeaders())
                ? chain.filter(exchange)
                : chain.filter(without(said, exchange));
    }

    private boolean isGateways(HttpHeaders headers) {
        List<String> passes = headers.getOrEmpty(HeaderNames.GATEWAY);
        return passes.size() == 1 && key.isPass(passes.getFirst());
    }

    private static List<String> saidIn(HttpHeaders headers) {
        return headers.headerNames().stream()
                .filter(name -> name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()))
                .toList();
    }

    private static ServerWebExchange without(List<String> said, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest()
                .mutate()
                .headers(headers -> said.forEach(headers::remove))
                .build();
        return exchange.mutate().request(request).build();
    }
}
