package io.authsvcs.gateway.edge;

import io.authsvcs.common.HeaderNames;
import io.authsvcs.gateway.pipeline.Attribute;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives a request the caller's id where that can be written to any log as it is, else one of ours. */
@Component
final class NameRequest implements EdgeFilter {
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    public Step step() {
        return Step.NAME_REQUEST;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String given = exchange.getRequest().getHeaders().getFirst(HeaderNames.REQUEST_ID);
        Attribute.REQUEST_ID.set(exchange, idFrom(Optional.ofNullable(given)));
        return chain.filter(exchange);
    }

    static String idFrom(Optional<String> given) {
        return given.filter(id -> WELL_FORMED.matcher(id).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
