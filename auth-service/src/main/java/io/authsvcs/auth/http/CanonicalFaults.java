package io.authsvcs.auth.http;

import io.authsvcs.common.Status;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What goes wrong where no other document says how to tell: as every other refusal, but for seed 001's 500. */
final class CanonicalFaults implements FaultFormat {
    @Override
    public boolean isSpokenAt(String path) {
        return true;
    }

    @Override
    public Mono<ServerResponse> answer(Failure failure, HttpHeaders asked) {
        return failure.status() == Status.INTERNAL_SERVER_ERROR
                ? Answers.of(failure.status(), Map.of("error", failure.reason()))
                : Answers.refuse(failure.status(), failure.reason(), failure.fieldErrors());
    }
}
