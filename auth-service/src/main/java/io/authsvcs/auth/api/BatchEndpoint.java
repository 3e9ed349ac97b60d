package io.authsvcs.auth.api;

import io.authsvcs.auth.flow.ValidateTokens;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.common.Status;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /v1/auth/validate/batch: many verdicts for one round trip, in the order of the tokens. */
@Component
class BatchEndpoint {
    private static final int MOST = 1_000;
    /** A thousand tokens of two kilobytes: the one call whose body may be that large. */
    private static final int LARGEST_BODY = 2 * 1024 * 1024;

    private final RequestBodies bodies;
    private final ValidateTokens validateTokens;

    BatchEndpoint(RequestBodies bodies, ValidateTokens validateTokens) {
        this.bodies = bodies;
        this.validateTokens = validateTokens;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return bodies.readJson(request, LARGEST_BODY)
                .map(BatchEndpoint::read)
                .flatMap(validateTokens::check)
                .map(verdicts ->
                        new Results(verdicts.stream().map(VerdictBody::of).toList()))
                .flatMap(results -> Answers.of(Status.OK, results));
    }

    private static List<String> read(Fields fields) {
        fields.require("tokens");
        List<String> tokens = fields.texts("tokens", MOST);
        fields.check();
        return tokens;
    }

    private record Results(List<VerdictBody> results) {}
}
