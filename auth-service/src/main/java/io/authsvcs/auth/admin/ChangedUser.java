package io.authsvcs.auth.admin;

import io.authsvcs.auth.flow.UserChange;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.common.Status;
import java.util.function.Function;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What is answered to a change of somebody. */
final class ChangedUser {
    private ChangedUser() {}

    static Mono<ServerResponse> render(UserChange change) {
        return render(change, UserRecord::of);
    }

    static Mono<ServerResponse> render(UserChange change, Function<Identity, Object> result) {
        return switch (change) {
            case UserChange.Done(Identity identity) -> Answers.of(Status.OK, result.apply(identity));
            case UserChange.NoSuchUser unknown -> AdminCalls.noSuchUser();
            case UserChange.Forbidden(String reason) -> Answers.refuse(Status.CONFLICT, reason);
        };
    }
}
