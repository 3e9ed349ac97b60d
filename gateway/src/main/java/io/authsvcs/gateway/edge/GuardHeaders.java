package io.authsvcs.gateway.edge;

import io.authsvcs.common.GatewayKey;
import io.authsvcs.common.HeaderNames;
import io.authsvcs.gateway.format.Presentation;
import io.authsvcs.gateway.pipeline.Attribute;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes from a request what only the gateway may say to an instance, and says it.
 *
 * <p>What proxies forward ends here: it decides the client's address, which instances read from
 * {@link HeaderNames#CLIENT_ADDRESS} alone. The mechanisms of the framework and of the server are off.
 */
@Component
final class GuardHeaders implements EdgeFilter {
    private static final List<String> INTERNAL_PREFIXES =
            List.of(HeaderNames.INTERNAL_PREFIX.toLowerCase(Locale.ROOT), "x-user-", "x-forwarded-");

    /**
     * Headers between two hops (RFC 9110 §7.6.1), and those by which an answer would not be whole and plain JSON.
     * Connection must go, or a caller could name in it a header of ours to be dropped.
     */
    private static final Set<String> NOT_FOR_INSTANCES = Set.of(
            "forwarded",
            "x-real-ip",
            "connection",
            "upgrade",
            "http2-settings",
            "expect",
            "accept-encoding",
            "range",
            "if-range");

    /** With these an instance may answer without a result, which the envelope can't hold. */
    private static final Set<String> CONDITIONS =
            Set.of("if-match", "if-none-match", "if-modified-since", "if-unmodified-since");

    private static final int NOT_MODIFIED = 304;

    private final TrustedProxies proxies;
    private final GatewayKey key;

    GuardHeaders(TrustedProxies proxies, GatewayKey key) {
        this.proxies = proxies;
        this.key = key;
    }

    @Override
    public Step step() {
        return Step.GUARD_HEADERS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String requestId = Attribute.REQUEST_ID.get(exchange);
        Optional<InetAddress> client = clientOf(exchange.getRequest());
        client.ifPresent(address -> Attribute.CLIENT_ADDRESS.set(exchange, address));
        ServerHttpRequest guarded = exchange.getRequest()
                .mutate()
                .headers(headers -> {
                    strip(headers, Presentation.ATTRIBUTE.get(exchange));
                    headers.set(HeaderNames.GATEWAY, key.pass());
                    headers.set(HeaderNames.REQUEST_ID, requestId);
                    // Exactly one has come, or no request gets here.
                    headers.set(
                            HeaderNames.HOST,
                            headers.getOrEmpty(HttpHeaders.HOST).getFirst());
                    client.ifPresent(address -> headers.set(HeaderNames.CLIENT_ADDRESS, address.getHostAddress()));
                })
                .build();
        return chain.filter(exchange.mutate().request(guarded).build());
    }

    private static void strip(HttpHeaders headers, Presentation presentation) {
        List.copyOf(headers.headerNames()).stream()
                .filter(name -> isNotForInstances(name.toLowerCase(Locale.ROOT), presentation))
                .forEach(headers::remove);
    }

    private static boolean isNotForInstances(String name, Presentation presentation) {
        return NOT_FOR_INSTANCES.contains(name)
                || (CONDITIONS.contains(name) && !presentation.passes(NOT_MODIFIED))
                || INTERNAL_PREFIXES.stream().anyMatch(name::startsWith);
    }

    private Optional<InetAddress> clientOf(ServerHttpRequest request) {
        List<String> forwarded = request.getHeaders().getOrEmpty("X-Forwarded-For");
        return Optional.ofNullable(request.getRemoteAddress())
                .map(InetSocketAddress::getAddress)
                .map(peer -> proxies.clientBehind(peer, forwarded));
    }
}
