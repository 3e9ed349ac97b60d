package io.authsvcs.auth.api;

import io.authsvcs.auth.flow.ValidateToken;
import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.PresentedTokens;
import io.authsvcs.auth.http.SignedIn;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * GET and HEAD /v1/auth/verify, by which a proxy asks before it lets a request through (nginx auth_request, Traefik's
 * forward-auth, Envoy, Caddy): the status is the answer, headers say who it is.
 */
@Component
class VerifyEndpoint {
    private final ValidateToken validateToken;

    VerifyEndpoint(ValidateToken validateToken) {
        this.validateToken = validateToken;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return PresentedTokens.find(request)
                .map(token -> validateToken.check(token).flatMap(VerifyEndpoint::render))
                .orElseGet(() -> Answers.challenge(SignedIn.MISSING_TOKEN));
    }

    private static Mono<ServerResponse> render(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid ->
                ServerResponse.ok()
                        .header("X-Auth-User-Id", valid.claims().subject().toString())
                        .header("X-Auth-Session-Id", valid.claims().session().toString())
                        .header("X-Auth-Roles", String.join(",", valid.session().roles()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of());
            case Verdict.Invalid(Reason reason) -> Answers.challengeToken(reason.sentence());
        };
    }
}
