package io.authsvcs.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.AuditPage;
import io.authsvcs.auth.audit.AuditQuery;
import io.authsvcs.auth.audit.AuditQuery.Position;
import io.authsvcs.auth.audit.RecordedEvent;
import io.authsvcs.auth.flow.ReadAudit;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.identity.Identifier.UserId;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.common.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET /v1/admin/audit: newest first, or with {@code after} oldest first from an event on. */
@Component
class AuditEndpoint {
    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 200;
    private static final String CURSOR = "Must be the id of an event";

    private final AdminCalls calls;
    private final RequestBodies bodies;
    private final ReadAudit readAudit;

    AuditEndpoint(AdminCalls calls, RequestBodies bodies, ReadAudit readAudit) {
        this.calls = calls;
        this.bodies = bodies;
        this.readAudit = readAudit;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return calls.answer(
                request,
                by -> readAudit
                        .page(read(bodies.readQuery(request)))
                        .flatMap(page -> Answers.of(Status.OK, Page.of(page))));
    }

    private static AuditQuery read(Fields query) {
        Optional<Subject> user =
                query.parsed("user", UserId::parse, "Must be a userID").map(UserId::subject);
        Optional<Action> action = query.parsed("action", Action::find, "Must be an action such as login");
        int limit = query.number("limit", 1, MOST).orElse(USUAL_LIMIT);
        Optional<Position> before = cursor(query, "before").map(Position.Before::new);
        Optional<Position> after = cursor(query, "after").map(Position.After::new);
        if (before.isPresent() && after.isPresent()) {
            query.reject("after", "Can't be given beside before");
        }
        query.check();
        return new AuditQuery(user, action, limit, before.or(() -> after).orElseGet(Position.Newest::new));
    }

    private static Optional<UUID> cursor(Fields query, String field) {
        return query.parsed(field, UserId::parse, CURSOR).map(id -> id.subject().id());
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Page(List<Event> events, Optional<UUID> next) {
        static Page of(AuditPage page) {
            return new Page(page.events().stream().map(Event::of).toList(), page.next());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Event(
            UUID id,
            Instant at,
            String action,
            Optional<String> actor,
            Optional<String> userID,
            Optional<String> target,
            Optional<String> refusal,
            Optional<String> client,
            Optional<String> address,
            String requestID) {
        static Event of(RecordedEvent event) {
            return new Event(
                    event.id(),
                    event.at(),
                    event.action(),
                    event.actor(),
                    event.subject().map(Subject::toString),
                    event.target(),
                    event.refusal(),
                    event.client(),
                    event.address(),
                    event.requestId());
        }
    }
}
