package io.authsvcs.auth.contract.authorization;

import io.authsvcs.auth.flow.ValidateToken;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.http.PresentedTokens;
import io.authsvcs.common.Status;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET /api/authorization: whose session it is. */
@Component
class KeyEndpoint {
    private final ValidateToken validateToken;

    KeyEndpoint(ValidateToken validateToken) {
        this.validateToken = validateToken;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return Mono.justOrEmpty(PresentedTokens.find(request))
                .flatMap(validateToken::check)
                .ofType(Verdict.Valid.class)
                .flatMap(valid -> AuthorizationAnswers.key(valid.claims().subject()))
                .switchIfEmpty(
                        Mono.defer(() -> AuthorizationAnswers.refuse(Status.UNAUTHORIZED, "User is not authorized.")));
    }
}
