package io.authsvcs.auth.http;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The token of an Authorization header (RFC 6750 §2.1). */
public final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    public static Optional<String> find(ServerRequest request) {
        return find(request, SCHEME);
    }

    static Optional<String> find(ServerRequest request, String scheme) {
        List<String> headers = request.headers().header(HttpHeaders.AUTHORIZATION);
        if (headers.size() > 1) {
            throw new Fault(FaultCode.SEVERAL_AUTHORIZATIONS);
        }
        // A scheme is compared without regard to case (RFC 9110 §11.1).
        return headers.stream()
                .filter(header -> header.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(header -> header.substring(scheme.length()).strip())
                .filter(token -> !token.isEmpty())
                .findFirst();
    }
}
