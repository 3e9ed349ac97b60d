package io.authsvcs.auth.http;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The token of an Authorization header (RFC 6750 §2.1). */
public final class BearerToken {
    static final String SCHEME = "Bearer ";

    private BearerToken() {}

    public static Optional<String> find(ServerRequest request) {
        return find(request, SCHEME);
    }

    static Optional<String> find(ServerRequest request, String scheme) {
        return header(request, HttpHeaders.AUTHORIZATION).flatMap(header -> after(scheme, header));
    }

    static Optional<String> header(ServerRequest request, String name) {
        List<String> headers = request.headers().header(name);
        if (headers.size() > 1) {
            throw new Fault(FaultCode.SEVERAL_AUTHORIZATIONS);
        }
        return headers.stream().findFirst();
    }

    // A scheme is compared without regard to case (RFC 9110 §11.1).
    static Optional<String> after(String scheme, String header) {
        return Optional.of(header)
                .filter(text -> text.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(text -> text.substring(scheme.length()).strip())
                .filter(token -> !token.isEmpty());
    }
}
