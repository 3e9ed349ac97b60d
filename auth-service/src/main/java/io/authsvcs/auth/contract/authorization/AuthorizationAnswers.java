package io.authsvcs.auth.contract.authorization;

import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.common.AuthorizationError;
import io.authsvcs.common.Status;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The shapes of seed 004's answers. */
final class AuthorizationAnswers {
    private AuthorizationAnswers() {}

    static Mono<ServerResponse> key(Subject subject) {
        return Answers.of(Status.OK, new Key(subject.toString()));
    }

    /** Without a body, as the document has it. */
    static Mono<ServerResponse> done(String cookie) {
        return ServerResponse.ok().header(HttpHeaders.SET_COOKIE, cookie).build();
    }

    static Mono<ServerResponse> refuse(Status status, String sentence) {
        return refuse(status, List.of(sentence));
    }

    static Mono<ServerResponse> refuse(Status status, List<String> sentences) {
        return Answers.of(status, new AuthorizationError(sentences));
    }

    private record Key(String key) {}
}
