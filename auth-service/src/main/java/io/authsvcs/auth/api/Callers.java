package io.authsvcs.auth.api;

import io.authsvcs.auth.session.Caller;
import io.authsvcs.common.HeaderNames;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Who calls, as the gateway and the caller's own headers tell. */
final class Callers {
    private Callers() {}

    static Caller of(ServerRequest request) {
        return new Caller(header(request, HttpHeaders.USER_AGENT), header(request, HeaderNames.CLIENT_ADDRESS));
    }

    private static Optional<String> header(ServerRequest request, String name) {
        return Optional.ofNullable(request.headers().firstHeader(name));
    }
}
