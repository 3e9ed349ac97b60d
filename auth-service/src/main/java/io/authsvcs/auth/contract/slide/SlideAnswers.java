package io.authsvcs.auth.contract.slide;

import io.authsvcs.auth.flow.Opened;
import io.authsvcs.auth.flow.ShowParticulars;
import io.authsvcs.auth.flow.ShowProfile;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.token.OpaqueToken;
import io.authsvcs.auth.token.ReferenceTokens;
import io.authsvcs.common.Status;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What seed 003's API answers where nothing is wrong: {@code {"status":"success","message":…,"data":…}}. */
@Component
class SlideAnswers {
    private final ReferenceTokens referenceTokens;
    private final ShowProfile showProfile;
    private final ShowParticulars showParticulars;

    SlideAnswers(ReferenceTokens referenceTokens, ShowProfile showProfile, ShowParticulars showParticulars) {
        this.referenceTokens = referenceTokens;
        this.showProfile = showProfile;
        this.showParticulars = showParticulars;
    }

    static Mono<ServerResponse> ok(Object data) {
        return success(Status.OK, "ok", data);
    }

    static Mono<ServerResponse> deleted() {
        return success(Status.OK, "deleted", Map.of());
    }

    Mono<ServerResponse> signedIn(Opened opened) {
        OpaqueToken token = referenceTokens.of(opened.turn().session());
        return user(opened.identity()).flatMap(user -> created(Optional.of(token.text()), user));
    }

    /** Somebody who has to prove their address first. */
    Mono<ServerResponse> added(Subject subject) {
        return user(subject).flatMap(user -> created(Optional.empty(), user));
    }

    Mono<ServerResponse> show(Subject subject) {
        return user(subject).flatMap(user -> ok(Map.of("user", user)));
    }

    private Mono<SlideUser> user(Subject subject) {
        return showProfile.of(subject).flatMap(this::user);
    }

    private Mono<SlideUser> user(Identity identity) {
        return showParticulars
                .of(identity.subject())
                .map(particulars -> SlideUser.of(identity, particulars.attributes()));
    }

    private static Mono<ServerResponse> created(Optional<String> token, SlideUser user) {
        return success(Status.CREATED, "created", new SignedIn(token, user));
    }

    private static Mono<ServerResponse> success(Status status, String message, Object data) {
        return Answers.of(status, new Success("success", message, data));
    }

    private record Success(String status, String message, Object data) {}

    private record SignedIn(Optional<String> token, SlideUser user) {
        /** Without the token. */
        @Override
        public String toString() {
            return "SignedIn[…]";
        }
    }
}
