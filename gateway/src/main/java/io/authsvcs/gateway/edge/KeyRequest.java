package io.authsvcs.gateway.edge;

import io.authsvcs.common.HeaderNames;
import io.authsvcs.gateway.format.Fault;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.routing.Route;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keys a request that writes, once, before it is tried: {@code client:…} as its caller did, so that the caller's own
 * repeats are known as well, else {@code gateway:<UUID>}.
 */
@Component
final class KeyRequest implements EdgeFilter {
    /** What callers call it (draft-ietf-httpapi-idempotency-key-header). */
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{1,255}");

    @Override
    public Step step() {
        return Step.KEY_REQUEST;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (Route.ATTRIBUTE.get(exchange).effect() == Route.Effect.READS) {
            return chain.filter(exchange);
        }
        List<String> given = exchange.getRequest().getHeaders().getOrEmpty(IDEMPOTENCY_KEY);
        return keyFrom(given)
                .map(key -> chain.filter(keyed(exchange, key)))
                .orElseGet(() -> Mono.error(new Fault(Outcome.NOT_ONE_KEY)));
    }

    private static Optional<String> keyFrom(List<String> given) {
        return switch (given.size()) {
            case 0 -> Optional.of("gateway:" + UUID.randomUUID());
            case 1 ->
                Optional.of(given.getFirst())
                        .filter(key -> WELL_FORMED.matcher(key).matches())
                        .map(key -> "client:" + key);
            default -> Optional.empty();
        };
    }

    private static ServerWebExchange keyed(ServerWebExchange exchange, String key) {
        ServerHttpRequest request = exchange.getRequest()
                .mutate()
                .header(HeaderNames.IDEMPOTENCY_KEY, key)
                .build();
        return exchange.mutate().request(request).build();
    }
}
