package io.authsvcs.gateway.edge;

import io.authsvcs.common.HeaderNames;
import io.authsvcs.gateway.format.Arrival;
import io.authsvcs.gateway.pipeline.Attribute;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.RequestId;
import io.authsvcs.gateway.pipeline.Step;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives a request its id, by which every log and answer calls it. */
@Component
final class NameRequest implements EdgeFilter {
    @Override
    public Step step() {
        return Step.NAME_REQUEST;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String given = exchange.getRequest().getHeaders().getFirst(HeaderNames.REQUEST_ID);
        String requestId = RequestId.from(Optional.ofNullable(given));
        Attribute.REQUEST_ID.set(exchange, requestId);
        Arrival.of(exchange.getRequest()).begin(requestId);
        return chain.filter(exchange);
    }
}
