package io.authsvcs.auth.admin;

import io.authsvcs.auth.admin.Newcomers.RefusedLine;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FieldError;
import io.authsvcs.auth.flow.Administrator;
import io.authsvcs.auth.flow.ImportUsers;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.JsonLine;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.common.Status;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /v1/admin/users/import: a user a line; what is wrong with one stops no other. */
@Component
class ImportEndpoint {
    private static final int MOST_LINES = 500;

    private final AdminCalls calls;
    private final RequestBodies bodies;
    private final NewcomerLines newcomerLines;
    private final ImportUsers importUsers;

    ImportEndpoint(AdminCalls calls, RequestBodies bodies, NewcomerLines newcomerLines, ImportUsers importUsers) {
        this.calls = calls;
        this.bodies = bodies;
        this.newcomerLines = newcomerLines;
        this.importUsers = importUsers;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return calls.answer(
                request,
                by -> bodies.readLines(request)
                        .flatMap(lines -> add(lines, by, JsonLine.idempotencyKey(request, lines)))
                        .flatMap(imported -> Answers.of(Status.OK, imported)));
    }

    private Mono<Imported> add(List<JsonLine> lines, Administrator by, Optional<IdempotencyKey> key) {
        if (lines.size() > MOST_LINES) {
            throw Fault.invalid(List.of(new FieldError("lines", "Must be at most " + MOST_LINES)));
        }
        Newcomers newcomers = newcomerLines.read(lines);
        return importUsers
                .add(newcomers.people(), by, key)
                .map(result -> new Imported(result.imported(), result.existing(), newcomers.refused(result.clashes())));
    }

    private record Imported(int imported, int existing, List<RefusedLine> refused) {}
}
