package io.authsvcs.gateway.canary;

import io.authsvcs.local.Stranger;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import org.HdrHistogram.Histogram;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@Order(1)
abstract class Canary implements Ordered {
    abstract CircuitBreaker circuit();

    abstract Bucket bucket();

    abstract MeterRegistry meters();

    abstract Histogram histogram();

    abstract Stranger stranger();

    Mono<Void> write(ServerWebExchange exchange) {
        return exchange.getResponse().setComplete();
    }
}
