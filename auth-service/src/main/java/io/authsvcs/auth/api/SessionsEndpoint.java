package io.authsvcs.auth.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.flow.EndSession;
import io.authsvcs.auth.flow.EndSessions;
import io.authsvcs.auth.flow.ListSessions;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.http.SignedIn;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionSummary;
import io.authsvcs.common.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET and DELETE /v1/auth/sessions, DELETE /v1/auth/sessions/{id}. */
@Component
class SessionsEndpoint {
    private final SignedIn signedIn;
    private final ListSessions listSessions;
    private final EndSession endSession;
    private final EndSessions endSessions;

    SessionsEndpoint(SignedIn signedIn, ListSessions listSessions, EndSession endSession, EndSessions endSessions) {
        this.signedIn = signedIn;
        this.listSessions = listSessions;
        this.endSession = endSession;
        this.endSessions = endSessions;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        return signedIn.answer(
                request,
                caller -> listSessions
                        .of(caller.claims().subject())
                        .map(sessions -> Listing.of(sessions, caller.claims().session()))
                        .flatMap(listing -> Answers.of(Status.OK, listing)));
    }

    Mono<ServerResponse> end(ServerRequest request) {
        return signedIn.answerOnce(
                request,
                caller -> Mono.justOrEmpty(SessionId.parse(request.pathVariable("id")))
                        .flatMap(session ->
                                endSession.end(session, caller.claims().subject(), key(request), Callers.of(request)))
                        .filter(ended -> ended)
                        .flatMap(ended -> Answers.empty(Status.OK))
                        .switchIfEmpty(Mono.defer(() -> Answers.refuse(Status.NOT_FOUND, "No such session"))),
                () -> Answers.empty(Status.OK));
    }

    Mono<ServerResponse> endAll(ServerRequest request) {
        Optional<String> except = request.queryParam("except");
        if (except.filter(kept -> !kept.equals("current")).isPresent()) {
            return Answers.refuse(Status.BAD_REQUEST, "except can only be current");
        }
        return signedIn.answerOnce(
                request,
                caller -> endAll(caller, except.isPresent(), request).then(Answers.empty(Status.OK)),
                () -> Answers.empty(Status.OK));
    }

    private Mono<Void> endAll(Verdict.Valid caller, boolean exceptCurrent, ServerRequest request) {
        return exceptCurrent
                ? endSessions.endOthers(
                        caller.claims().subject(), caller.claims().session(), key(request), Callers.of(request))
                : endSessions.endAll(caller.claims().subject(), key(request), Callers.of(request));
    }

    private static Optional<IdempotencyKey> key(ServerRequest request) {
        return RequestBodies.none().idempotencyKey(request);
    }

    private record Listing(List<Entry> sessions) {
        static Listing of(List<SessionSummary> sessions, SessionId current) {
            return new Listing(sessions.stream()
                    .map(session -> Entry.of(session, session.id().equals(current)))
                    .toList());
        }
    }

    /** What isn't known is left out. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Entry(
            String sessionID,
            Optional<String> client,
            Optional<String> address,
            Instant createdAt,
            Instant lastSeenAt,
            Optional<Instant> expiresAt,
            boolean current) {
        static Entry of(SessionSummary session, boolean current) {
            return new Entry(
                    session.id().toString(),
                    session.client(),
                    session.address(),
                    session.createdAt(),
                    session.lastSeenAt(),
                    session.expiresAt(),
                    current);
        }
    }
}
