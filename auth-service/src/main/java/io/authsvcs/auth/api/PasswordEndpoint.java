package io.authsvcs.auth.api;

import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.ChangePassword;
import io.authsvcs.auth.flow.IssueGrant;
import io.authsvcs.auth.flow.PresentedToken;
import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.IdentityFields;
import io.authsvcs.auth.http.PresentedTokens;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.http.SignedIn;
import io.authsvcs.common.Status;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** PUT /v1/auth/password. */
@Component
class PasswordEndpoint {
    private static final String NEW_PASSWORD = "newPassword";

    private final RequestBodies bodies;
    private final IdentityFields identityFields;
    private final ChangePassword changePassword;
    private final IssueGrant issueGrant;

    PasswordEndpoint(
            RequestBodies bodies, IdentityFields identityFields, ChangePassword changePassword, IssueGrant issueGrant) {
        this.issueGrant = issueGrant;
        this.bodies = bodies;
        this.identityFields = identityFields;
        this.changePassword = changePassword;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return PresentedTokens.find(request)
                .map(token -> bodies.readJson(request)
                        .flatMap(
                                fields -> identityFields.weigh(Callers.of(request), () -> read(fields, token, request)))
                        .flatMap(changePassword::change)
                        .flatMap(this::render))
                .orElseGet(() -> Answers.challenge(SignedIn.MISSING_TOKEN));
    }

    private ChangePassword.Attempt read(Fields fields, PresentedToken token, ServerRequest request) {
        Password current = new Password(fields.required("currentPassword"));
        Password wanted = identityFields.newPassword(fields, NEW_PASSWORD);
        fields.check();
        return new ChangePassword.Attempt(
                token,
                new ChangePassword.Proof.CurrentPassword(current),
                wanted,
                fields.idempotencyKey(request),
                Callers.of(request));
    }

    private Mono<ServerResponse> render(ChangePassword.Result result) {
        return switch (result) {
            case ChangePassword.Result.Changed(var opened) ->
                issueGrant.of(opened).flatMap(grant -> Answers.of(Status.OK, GrantedTokens.of(grant)));
            // Not 401: the token is good, and a client that drops it on every 401 must keep it.
            case ChangePassword.Result.WrongPassword wrong ->
                Answers.refuse(Status.FORBIDDEN, "Wrong current password");
            case ChangePassword.Result.Unfit(String reason) -> Answers.refuseField(NEW_PASSWORD, reason);
            case ChangePassword.Result.StaleLogin stale ->
                throw new IllegalStateException("The current password was asked for, not a recent login");
            case ChangePassword.Result.Refused(Reason reason) -> Answers.challengeToken(reason.sentence());
        };
    }
}
