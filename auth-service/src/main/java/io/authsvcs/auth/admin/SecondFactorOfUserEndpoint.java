package io.authsvcs.auth.admin;

import io.authsvcs.auth.flow.ResetSecondFactor;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** DELETE /v1/admin/users/{id}/second-factor. */
@Component
class SecondFactorOfUserEndpoint {
    private final AdminCalls calls;
    private final ResetSecondFactor resetSecondFactor;

    SecondFactorOfUserEndpoint(AdminCalls calls, ResetSecondFactor resetSecondFactor) {
        this.calls = calls;
        this.resetSecondFactor = resetSecondFactor;
    }

    Mono<ServerResponse> reset(ServerRequest request) {
        return calls.answerAboutUser(
                request, (user, by) -> resetSecondFactor.reset(user, by).flatMap(ChangedUser::render));
    }
}
