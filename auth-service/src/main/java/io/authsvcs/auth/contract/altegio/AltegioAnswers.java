package io.authsvcs.auth.contract.altegio;

import io.authsvcs.auth.http.Answers;
import io.authsvcs.common.Contract;
import io.authsvcs.common.Status;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The shapes of seed 000's answers, of the type that their caller asks for. */
final class AltegioAnswers {
    private AltegioAnswers() {}

    static Mono<ServerResponse> user(AltegioUser user, HttpHeaders asked) {
        return of(Status.CREATED, new Success(true, user, List.of()), asked);
    }

    static Mono<ServerResponse> refuse(Status status, String message, HttpHeaders asked) {
        return of(status, Contract.ALTEGIO.error(status, message, List.of()), asked);
    }

    static Mono<ServerResponse> of(Status status, Object body, HttpHeaders asked) {
        return Answers.start(status)
                .contentType(AcceptedVersion.of(asked).contentType())
                .bodyValue(body);
    }

    /** @param meta nothing, as the document has it */
    private record Success(boolean success, AltegioUser data, List<Object> meta) {}
}
