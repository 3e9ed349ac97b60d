package io.authsvcs.auth.admin;

import io.authsvcs.auth.flow.Administrator;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.SignedIn;
import io.authsvcs.auth.identity.Identifier.UserId;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.common.Status;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What all calls about users begin with: who administers, and whom the path names. */
@Component
class AdminCalls {
    private final SignedIn signedIn;

    AdminCalls(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    Mono<ServerResponse> answer(ServerRequest request, Function<Administrator, Mono<ServerResponse>> call) {
        return signedIn.answerAdministrator(request, caller -> call.apply(administrator(caller, request)));
    }

    /** As {@link SignedIn#answerOnce}. */
    Mono<ServerResponse> answerOnce(
            ServerRequest request,
            Function<Administrator, Mono<ServerResponse>> call,
            Supplier<Mono<ServerResponse>> done) {
        return signedIn.answerAdministratorOnce(request, caller -> call.apply(administrator(caller, request)), done);
    }

    private static Administrator administrator(Verdict.Valid caller, ServerRequest request) {
        return new Administrator(caller.claims().subject(), Callers.of(request));
    }

    Mono<ServerResponse> answerAboutUser(
            ServerRequest request, BiFunction<Subject, Administrator, Mono<ServerResponse>> call) {
        return answer(
                request,
                by -> UserId.parse(request.pathVariable("id"))
                        .map(user -> call.apply(user.subject(), by))
                        .orElseGet(AdminCalls::noSuchUser));
    }

    static Mono<ServerResponse> noSuchUser() {
        return Answers.refuse(Status.NOT_FOUND, "No such user");
    }
}
