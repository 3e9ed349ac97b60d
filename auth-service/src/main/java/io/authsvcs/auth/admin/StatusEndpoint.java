package io.authsvcs.auth.admin;

import io.authsvcs.auth.flow.ChangeStatus;
import io.authsvcs.auth.flow.StatusChange;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /v1/admin/users/{id}/disable, enable and restore, and DELETE /v1/admin/users/{id}. */
@Component
class StatusEndpoint {
    private final AdminCalls calls;
    private final ChangeStatus changeStatus;

    StatusEndpoint(AdminCalls calls, ChangeStatus changeStatus) {
        this.calls = calls;
        this.changeStatus = changeStatus;
    }

    Mono<ServerResponse> change(ServerRequest request, StatusChange change) {
        return calls.answerAboutUser(
                request, (user, by) -> changeStatus.change(user, change, by).flatMap(ChangedUser::render));
    }
}
