package io.authsvcs.gateway.edge;

import io.authsvcs.gateway.format.Fault;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses requests that two readers may understand in two ways. */
@Component
final class CheckRequest implements EdgeFilter {
    @Override
    public Step step() {
        return Step.CHECK_REQUEST;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (headers.getOrEmpty(HttpHeaders.HOST).size() != 1) {
            return Mono.error(new Fault(Outcome.NOT_ONE_HOST));
        }
        // Even when they are equal: an instance and a proxy may each read another one.
        if (headers.getOrEmpty(HttpHeaders.AUTHORIZATION).size() > 1) {
            return Mono.error(new Fault(Outcome.SEVERAL_CREDENTIALS));
        }
        return chain.filter(exchange);
    }
}
