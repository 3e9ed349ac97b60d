package io.authsvcs.auth.contract.authorization;

import io.authsvcs.auth.flow.ChangePassword;
import io.authsvcs.auth.flow.ChangePassword.Proof;
import io.authsvcs.auth.flow.Opened;
import io.authsvcs.auth.flow.PresentedToken;
import io.authsvcs.auth.flow.ValidateToken;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.IdentityFields;
import io.authsvcs.auth.http.PresentedTokens;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.common.Status;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** PUT /api/authorization/password, whose document doesn't ask for the present one. */
@Component
class AuthorizationPasswordEndpoint {
    private static final String NEW_PASSWORD = "newPassword";
    private static final String LABEL = "New password";

    private final RequestBodies bodies;
    private final IdentityFields identityFields;
    private final ChangePassword changePassword;
    private final ValidateToken validateToken;
    private final BrowserCookie cookie;
    private final Proof proof;

    AuthorizationPasswordEndpoint(
            RequestBodies bodies,
            IdentityFields identityFields,
            ChangePassword changePassword,
            ValidateToken validateToken,
            BrowserCookie cookie,
            AuthorizationSettings settings) {
        this.bodies = bodies;
        this.identityFields = identityFields;
        this.changePassword = changePassword;
        this.validateToken = validateToken;
        this.cookie = cookie;
        this.proof = new Proof.RecentLogin(settings.freshLogin());
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return PresentedTokens.findOfOwnSite(request)
                .map(token -> bodies.readJsonOrForm(request)
                        .flatMap(fields -> identityFields
                                .weigh(Callers.of(request), () -> read(fields))
                                .flatMap(wanted -> answer(wanted, fields, token, request))))
                .orElseGet(AuthorizationPasswordEndpoint::refuse);
    }

    private TypedTwice read(Fields fields) {
        return TypedTwice.read(fields, identityFields.newPassword(fields, NEW_PASSWORD));
    }

    private Mono<ServerResponse> answer(TypedTwice wanted, Fields fields, PresentedToken token, ServerRequest request) {
        Sentences faults = new Sentences(fields)
                .about(NEW_PASSWORD, LABEL)
                .about(TypedTwice.CONFIRMATION, "Confirm password")
                .where(wanted.differ(), "New password and confirm password should be equal.");
        return faults.areNone()
                ? changePassword
                        .change(new ChangePassword.Attempt(
                                token, proof, wanted.password(), fields.idempotencyKey(request), Callers.of(request)))
                        .flatMap(this::render)
                : refuse(faults.all(), token);
    }

    /** Only whoever may change a password reads what is wrong with it. */
    private Mono<ServerResponse> refuse(List<String> faults, PresentedToken token) {
        return validateToken
                .check(token)
                .flatMap(verdict -> verdict instanceof Verdict.Valid
                        ? AuthorizationAnswers.refuse(Status.UNPROCESSABLE_CONTENT, faults)
                        : refuse());
    }

    private Mono<ServerResponse> render(ChangePassword.Result result) {
        return switch (result) {
            case ChangePassword.Result.Changed(Opened opened) -> AuthorizationAnswers.done(cookie.of(opened));
            case ChangePassword.Result.Unfit(String reason) ->
                AuthorizationAnswers.refuse(Status.UNPROCESSABLE_CONTENT, List.of(Sentences.sentence(LABEL, reason)));
            case ChangePassword.Result.StaleLogin stale -> refuse();
            case ChangePassword.Result.Refused refused -> refuse();
            case ChangePassword.Result.WrongPassword wrong ->
                throw new IllegalStateException("A recent login was asked for, not the current password");
        };
    }

    private static Mono<ServerResponse> refuse() {
        return AuthorizationAnswers.refuse(Status.FORBIDDEN, "User is not authorized to update password.");
    }
}
