package io.authsvcs.gateway.operator;

import io.authsvcs.common.HeaderNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;

/** The question who asks: the caller's Authorization, and what the gateway itself says of every request. */
final class VerifyRequest extends ServerHttpRequestDecorator {
    // No cookie: a page of another site could have a browser send it.
    private static final Set<String> KEPT = Set.of(
                    HttpHeaders.AUTHORIZATION,
                    HeaderNames.GATEWAY,
                    HeaderNames.REQUEST_ID,
                    HeaderNames.CLIENT_ADDRESS,
                    HeaderNames.HOST)
            .stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private VerifyRequest(ServerHttpRequest request) {
        super(request);
    }

    static VerifyRequest about(ServerHttpRequest request) {
        return new VerifyRequest(request.mutate()
                .method(HttpMethod.GET)
                .uri(UriComponentsBuilder.fromUri(request.getURI())
                        .replacePath("/v1/auth/verify")
                        .replaceQuery(null)
                        .build(true)
                        .toUri())
                .headers(VerifyRequest::strip)
                .build());
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.empty();
    }

    private static void strip(HttpHeaders headers) {
        List.copyOf(headers.headerNames()).stream()
                .filter(name -> !KEPT.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(headers::remove);
    }
}
