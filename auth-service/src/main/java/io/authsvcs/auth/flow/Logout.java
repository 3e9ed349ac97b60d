package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.Sessions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends the session that a token belongs to: once this has answered, no instance accepts it. */
@Component
public class Logout {
    private final FindSession findSession;
    private final Sessions sessions;
    private final Audit audit;
    private final Database database;

    Logout(FindSession findSession, Sessions sessions, Audit audit, Database database) {
        this.findSession = findSession;
        this.sessions = sessions;
        this.audit = audit;
        this.database = database;
    }

    /** How a logout ends. */
    public sealed interface Result {
        /** Also where the session had ended before. */
        record LoggedOut() implements Result {}

        record NotOurs(Reason reason) implements Result {}
    }

    public Mono<Result> end(PresentedToken token, Caller caller) {
        return findSession.of(token).flatMap(found -> switch (found) {
            case FindSession.Result.Found(SessionId session) -> end(session, caller);
            case FindSession.Result.NotOurs(Reason reason) -> Mono.just(new Result.NotOurs(reason));
        });
    }

    private Mono<Result> end(SessionId session, Caller caller) {
        return database.inTransaction(sessions.end(session)
                        .flatMap(subject -> audit.record(
                                AuditEvent.own(Action.LOGOUT, subject, caller).at(session.toString()))))
                .thenReturn(new Result.LoggedOut());
    }
}
