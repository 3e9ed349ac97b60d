package io.authsvcs.auth.http;

import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.common.HeaderNames;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/** By which a repetition of a request is known. */
final class RequestKey {
    private RequestKey() {}

    /** Absent where the gateway gave it none. */
    static Optional<IdempotencyKey> of(ServerRequest request, String body) {
        return Optional.ofNullable(request.headers().firstHeader(HeaderNames.IDEMPOTENCY_KEY))
                .map(key -> IdempotencyKey.of(
                        key,
                        request.method().name(),
                        request.path(),
                        Objects.toString(request.uri().getRawQuery(), ""),
                        String.join("\n", request.headers().header(HttpHeaders.AUTHORIZATION)),
                        String.join("\n", SessionCookie.valuesIn(request)),
                        body));
    }
}
