package io.authsvcs.auth.oauth;

import io.authsvcs.auth.flow.AuthenticatePartner;
import io.authsvcs.auth.flow.AuthenticatePartner.Verdict;
import io.authsvcs.auth.http.BearerToken;
import io.authsvcs.auth.partner.Partner;
import io.authsvcs.common.Status;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Lets a call through that brings the credentials of an active partner; any other is answered 401, all alike. */
@Component
class CallingPartner {
    private static final String REALM = " realm=\"auth-svcs\"";

    private final AuthenticatePartner authenticatePartner;

    CallingPartner(AuthenticatePartner authenticatePartner) {
        this.authenticatePartner = authenticatePartner;
    }

    Mono<ServerResponse> answer(ServerRequest request, Function<Partner, Mono<ServerResponse>> call) {
        return PartnerCredentials.find(request)
                .map(token -> authenticatePartner.by(token).flatMap(verdict -> answer(request, verdict, call)))
                .orElseGet(() -> challenge(request));
    }

    private static Mono<ServerResponse> answer(
            ServerRequest request, Verdict verdict, Function<Partner, Mono<ServerResponse>> call) {
        return switch (verdict) {
            case Verdict.Authentic(Partner partner) -> call.apply(partner);
            case Verdict.Disabled disabled -> challenge(request);
            case Verdict.Unknown unknown -> challenge(request);
        };
    }

    /** Asks for the scheme that the partner used, Basic where it used none (RFC 6749 §5.2). */
    private static Mono<ServerResponse> challenge(ServerRequest request) {
        String scheme = BearerToken.find(request).isPresent() ? "Bearer" : "Basic";
        return ServerResponse.status(Status.UNAUTHORIZED.code())
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.WWW_AUTHENTICATE, scheme + REALM)
                .bodyValue(OAuthError.of(OAuthError.INVALID_CLIENT));
    }
}
