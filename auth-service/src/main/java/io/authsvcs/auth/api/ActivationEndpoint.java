package io.authsvcs.auth.api;

import io.authsvcs.auth.flow.Activate;
import io.authsvcs.auth.flow.ResendActivation;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.IdentityFields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.common.Status;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /v1/auth/activate and /v1/auth/activate/resend. */
@Component
class ActivationEndpoint {
    private static final String TOKEN = "activationToken";

    private final RequestBodies bodies;
    private final IdentityFields identityFields;
    private final Activate activate;
    private final ResendActivation resendActivation;

    ActivationEndpoint(
            RequestBodies bodies, IdentityFields identityFields, Activate activate, ResendActivation resendActivation) {
        this.bodies = bodies;
        this.identityFields = identityFields;
        this.activate = activate;
        this.resendActivation = resendActivation;
    }

    Mono<ServerResponse> activate(ServerRequest request) {
        return bodies.readJson(request)
                .map(ActivationEndpoint::token)
                .flatMap(token -> activate.apply(token, Callers.of(request)))
                .flatMap(ActivationEndpoint::render);
    }

    Mono<ServerResponse> resend(ServerRequest request) {
        return bodies.readJson(request)
                .flatMap(fields -> {
                    Email email = identityFields.requiredEmail(fields);
                    return resendActivation.to(email, fields.idempotencyKey(request), Callers.of(request));
                })
                .then(Answers.empty(Status.ACCEPTED));
    }

    private static String token(Fields fields) {
        String token = fields.required(TOKEN);
        fields.check();
        return token;
    }

    private static Mono<ServerResponse> render(Activate.Result result) {
        return switch (result) {
            case Activate.Result.Activated done -> Answers.empty(Status.OK);
            case Activate.Result.Refused refused -> Answers.refuseField(TOKEN, "Invalid or expired");
        };
    }
}
