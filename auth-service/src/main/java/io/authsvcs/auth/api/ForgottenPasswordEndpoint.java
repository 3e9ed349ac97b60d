package io.authsvcs.auth.api;

import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.ForgetPassword;
import io.authsvcs.auth.flow.ResetPassword;
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

/** POST /v1/auth/password/forgot and /v1/auth/password/reset. */
@Component
class ForgottenPasswordEndpoint {
    private static final String TOKEN = "resetToken";
    private static final String NEW_PASSWORD = "newPassword";

    private final RequestBodies bodies;
    private final IdentityFields identityFields;
    private final ForgetPassword forgetPassword;
    private final ResetPassword resetPassword;

    ForgottenPasswordEndpoint(
            RequestBodies bodies,
            IdentityFields identityFields,
            ForgetPassword forgetPassword,
            ResetPassword resetPassword) {
        this.bodies = bodies;
        this.identityFields = identityFields;
        this.forgetPassword = forgetPassword;
        this.resetPassword = resetPassword;
    }

    Mono<ServerResponse> forget(ServerRequest request) {
        return bodies.readJson(request)
                .flatMap(fields -> {
                    Email email = identityFields.requiredEmail(fields);
                    return forgetPassword.at(email, fields.idempotencyKey(request), Callers.of(request));
                })
                .then(Answers.empty(Status.ACCEPTED));
    }

    Mono<ServerResponse> reset(ServerRequest request) {
        return bodies.readJson(request)
                .flatMap(fields -> identityFields.weigh(Callers.of(request), () -> read(fields, request)))
                .flatMap(resetPassword::apply)
                .flatMap(ForgottenPasswordEndpoint::render);
    }

    private ResetPassword.Attempt read(Fields fields, ServerRequest request) {
        String token = fields.required(TOKEN);
        Password wanted = identityFields.newPassword(fields, NEW_PASSWORD);
        fields.check();
        return new ResetPassword.Attempt(token, wanted, fields.idempotencyKey(request), Callers.of(request));
    }

    private static Mono<ServerResponse> render(ResetPassword.Result result) {
        return switch (result) {
            case ResetPassword.Result.Reset done -> Answers.empty(Status.OK);
            case ResetPassword.Result.Unfit(String reason) -> Answers.refuseField(NEW_PASSWORD, reason);
            case ResetPassword.Result.Refused refused -> Answers.refuseField(TOKEN, "Invalid or expired");
        };
    }
}
