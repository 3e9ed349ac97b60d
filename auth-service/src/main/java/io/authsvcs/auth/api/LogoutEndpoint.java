package io.authsvcs.auth.api;

import io.authsvcs.auth.flow.Logout;
import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.PresentedTokens;
import io.authsvcs.auth.http.SignedIn;
import io.authsvcs.common.Status;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /v1/auth/logout. */
@Component
class LogoutEndpoint {
    private final Logout logout;

    LogoutEndpoint(Logout logout) {
        this.logout = logout;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return PresentedTokens.find(request)
                .map(token -> logout.end(token, Callers.of(request)).flatMap(LogoutEndpoint::render))
                .orElseGet(() -> Answers.challenge(SignedIn.MISSING_TOKEN));
    }

    private static Mono<ServerResponse> render(Logout.Result result) {
        return switch (result) {
            case Logout.Result.LoggedOut done -> Answers.empty(Status.OK);
            case Logout.Result.NotOurs(Reason reason) -> Answers.challengeToken(reason.sentence());
        };
    }
}
