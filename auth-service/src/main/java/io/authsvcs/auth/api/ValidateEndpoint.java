package io.authsvcs.auth.api;

import io.authsvcs.auth.flow.PresentedToken;
import io.authsvcs.auth.flow.ValidateToken;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.PresentedTokens;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.http.SignedIn;
import io.authsvcs.common.Status;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET and POST /v1/auth/validate, GET /v1/auth/validate/{token}: the token in a header, a body, or the path. */
@Component
class ValidateEndpoint {
    private final RequestBodies bodies;
    private final ValidateToken validateToken;

    ValidateEndpoint(RequestBodies bodies, ValidateToken validateToken) {
        this.bodies = bodies;
        this.validateToken = validateToken;
    }

    Mono<ServerResponse> answerHeader(ServerRequest request) {
        return answer(PresentedTokens.find(request));
    }

    Mono<ServerResponse> answerPath(ServerRequest request) {
        return answer(Optional.of(PresentedToken.of(request.pathVariable("token"))));
    }

    /** A POST that brings no body at all is asked like a GET. */
    Mono<ServerResponse> answerBody(ServerRequest request) {
        if (!RequestBodies.hasContentType(request)) {
            return answerHeader(request);
        }
        return bodies.readJson(request).flatMap(fields -> {
            Optional<String> token = fields.text("token").filter(text -> !text.isEmpty());
            fields.check();
            return answer(token.map(PresentedToken::of));
        });
    }

    private Mono<ServerResponse> answer(Optional<PresentedToken> token) {
        return token.map(given -> validateToken.check(given).flatMap(ValidateEndpoint::render))
                .orElseGet(() -> Answers.challenge(SignedIn.MISSING_TOKEN));
    }

    private static Mono<ServerResponse> render(Verdict verdict) {
        return Answers.of(Status.OK, VerdictBody.of(verdict));
    }
}
