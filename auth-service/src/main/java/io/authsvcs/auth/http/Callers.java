package io.authsvcs.auth.http;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.common.HeaderNames;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Who calls, as the gateway and the caller's own headers tell. */
public final class Callers {
    private Callers() {}

    public static Caller of(ServerRequest request) {
        return new Caller(
                header(request, HttpHeaders.USER_AGENT),
                header(request, HeaderNames.CLIENT_ADDRESS),
                DeviceCookie.find(request),
                header(request, HeaderNames.REQUEST_ID)
                        .orElseGet(() -> request.exchange().getRequest().getId()));
    }

    private static Optional<String> header(ServerRequest request, String name) {
        return Optional.ofNullable(request.headers().firstHeader(name));
    }
}
