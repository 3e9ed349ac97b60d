package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.Sessions;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody ends one of their own sessions: once this has answered, no instance accepts it. */
@Component
public class EndSession {
    private final Sessions sessions;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    EndSession(Sessions sessions, Effects effects, Audit audit, Database database) {
        this.sessions = sessions;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /** Whether there is such a session of theirs; one that had ended before counts. */
    public Mono<Boolean> end(SessionId session, Subject owner, Caller caller) {
        return end(session, owner, Optional.empty(), caller);
    }

    /** The same, once: its repetition may bring a token that it has itself put to death. */
    public Mono<Boolean> end(SessionId session, Subject owner, Optional<IdempotencyKey> key, Caller caller) {
        AuditEvent event = AuditEvent.own(Action.END_SESSION, owner, caller).at(session.toString());
        return database.inTransaction(sessions.end(session, owner)
                .flatMap(theirs -> theirs
                        ? effects.claim(key, Effect.of(owner))
                                .filter(first -> first)
                                .flatMap(first -> audit.record(event))
                                .thenReturn(true)
                        : Mono.just(false)));
    }
}
