package io.authsvcs.auth.admin;

import io.authsvcs.auth.flow.EndUserSessions;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** DELETE /v1/admin/users/{id}/sessions. */
@Component
class UserSessionsEndpoint {
    private final AdminCalls calls;
    private final EndUserSessions endUserSessions;

    UserSessionsEndpoint(AdminCalls calls, EndUserSessions endUserSessions) {
        this.calls = calls;
        this.endUserSessions = endUserSessions;
    }

    Mono<ServerResponse> end(ServerRequest request) {
        return calls.answerAboutUser(
                request,
                (user, by) -> endUserSessions
                        .end(user, by)
                        .flatMap(ended -> ChangedUser.render(ended, identity -> Map.of())));
    }
}
