package io.authsvcs.gateway.pipeline;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A step of {@link Step.Stage#EDGE}. It either goes on through the chain, or answers, or ends in a fault. */
public interface EdgeFilter {
    Step step();

    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain);
}
