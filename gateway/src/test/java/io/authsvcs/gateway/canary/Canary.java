package io.authsvcs.gateway.canary;

import io.authsvcs.local.Stranger;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@Order(1)
abstract class Canary implements Ordered {
    abstract CircuitBreaker circuit();

    abstract Stranger stranger();

    Mono<Void> write(ServerWebExchange exchange) {
        return exchange.getResponse().setComplete();
    }
}
