package io.authsvcs.auth.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.ChangeProfile;
import io.authsvcs.auth.flow.ShowProfile;
import io.authsvcs.auth.flow.ValidateToken;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.IdentityFields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.http.SignedIn;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.ProfileChange;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.identity.TakenIdentifier;
import io.authsvcs.common.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET and PATCH /v1/auth/me. */
@Component
class ProfileEndpoint {
    private final SignedIn signedIn;
    private final RequestBodies bodies;
    private final IdentityFields identityFields;
    private final ShowProfile showProfile;
    private final ChangeProfile changeProfile;

    ProfileEndpoint(
            SignedIn signedIn,
            RequestBodies bodies,
            IdentityFields identityFields,
            ShowProfile showProfile,
            ChangeProfile changeProfile) {
        this.signedIn = signedIn;
        this.bodies = bodies;
        this.identityFields = identityFields;
        this.showProfile = showProfile;
        this.changeProfile = changeProfile;
    }

    Mono<ServerResponse> show(ServerRequest request) {
        return signedIn.answer(
                request, caller -> showProfile.of(caller.claims().subject()).flatMap(ProfileEndpoint::render));
    }

    Mono<ServerResponse> change(ServerRequest request) {
        return signedIn.answer(
                request,
                caller -> bodies.readJson(request)
                        .map(fields -> read(fields, caller.claims().subject(), request))
                        .flatMap(changeProfile::change)
                        .flatMap(ProfileEndpoint::render));
    }

    private ChangeProfile.Attempt read(Fields fields, Subject subject, ServerRequest request) {
        ProfileChange change = identityFields.change(fields);
        Optional<Password> current = fields.text("currentPassword").map(Password::new);
        if (change.changesAddress() && current.isEmpty()) {
            fields.reject("currentPassword", "Is required to change email or phoneNumber");
        }
        fields.check();
        return new ChangeProfile.Attempt(subject, change, current, fields.idempotencyKey(request), Callers.of(request));
    }

    private static Mono<ServerResponse> render(ChangeProfile.Result result) {
        return switch (result) {
            case ChangeProfile.Result.Changed(Identity identity) -> render(identity);
            case ChangeProfile.Result.Taken(TakenIdentifier taken) -> Answers.refuse(Status.CONFLICT, taken.sentence());
            case ChangeProfile.Result.WrongPassword wrong -> Answers.refuse(Status.FORBIDDEN, "Wrong current password");
            case ChangeProfile.Result.Overtaken overtaken ->
                Answers.challengeToken(ValidateToken.Reason.SESSION_REVOKED.sentence());
            case ChangeProfile.Result.Unreachable unreachable ->
                Answers.refuse(Status.CONFLICT, "An e-mail address or a phone number must remain");
        };
    }

    private static Mono<ServerResponse> render(Identity identity) {
        return Answers.of(Status.OK, Profile.of(identity));
    }

    /** What isn't known is left out. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Profile(
            String userID,
            Optional<String> email,
            Optional<String> phoneNumber,
            Optional<String> userName,
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<String> company,
            List<String> roles,
            Instant createdAt) {
        static Profile of(Identity identity) {
            Identity.Names names = identity.names();
            return new Profile(
                    identity.subject().toString(),
                    names.email(),
                    names.phoneNumber(),
                    names.userName(),
                    names.firstName(),
                    names.lastName(),
                    names.company(),
                    identity.roles(),
                    identity.createdAt());
        }
    }
}
