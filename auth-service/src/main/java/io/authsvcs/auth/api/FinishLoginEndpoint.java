package io.authsvcs.auth.api;

import io.authsvcs.auth.factor.Code;
import io.authsvcs.auth.flow.FinishLogin;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.common.Status;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /v1/auth/login/second-factor. */
@Component
class FinishLoginEndpoint {
    private final RequestBodies bodies;
    private final FinishLogin finishLogin;
    private final LoginAnswers answers;

    FinishLoginEndpoint(RequestBodies bodies, FinishLogin finishLogin, LoginAnswers answers) {
        this.bodies = bodies;
        this.finishLogin = finishLogin;
        this.answers = answers;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return bodies.readJsonOrForm(request)
                .map(fields -> read(fields, request))
                .flatMap(finishLogin::finish)
                .flatMap(result -> render(result, request));
    }

    private static FinishLogin.Attempt read(Fields fields, ServerRequest request) {
        String challenge = fields.required("challenge");
        Code code = Code.of(fields.required("code"));
        fields.check();
        return new FinishLogin.Attempt(challenge, code, fields.idempotencyKey(request), Callers.of(request));
    }

    private Mono<ServerResponse> render(FinishLogin.Result result, ServerRequest request) {
        return switch (result) {
            case FinishLogin.Result.LoggedIn(var opened, var recoveryCodes) ->
                answers.loggedIn(opened, recoveryCodes, request);
            case FinishLogin.Result.WrongCode wrong -> Answers.challenge(LoginAnswers.WRONG_CODE);
            case FinishLogin.Result.NotBegun none -> Answers.refuse(Status.CONFLICT, SecondFactorEndpoint.NOT_BEGUN);
            case FinishLogin.Result.Refused refused -> Answers.challenge(SecondFactorEndpoint.DEAD_CHALLENGE);
        };
    }
}
