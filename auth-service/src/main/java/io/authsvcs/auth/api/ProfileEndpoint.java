package io.authsvcs.auth.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.flow.ShowProfile;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.SignedIn;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.common.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET /v1/auth/me. */
@Component
class ProfileEndpoint {
    private final SignedIn signedIn;
    private final ShowProfile showProfile;

    ProfileEndpoint(SignedIn signedIn, ShowProfile showProfile) {
        this.signedIn = signedIn;
        this.showProfile = showProfile;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return signedIn.answer(
                request,
                caller -> showProfile
                        .of(caller.claims().subject())
                        .flatMap(identity -> Answers.of(Status.OK, Profile.of(identity))));
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
