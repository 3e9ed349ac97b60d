package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.LockedSession;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionState.Life;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.session.Turns;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody ends all of their sessions, or all but the one at hand, by one row however many there are. */
@Component
public class EndSessions {
    private final Identities identities;
    private final Sessions sessions;
    private final Turns turns;
    private final Audit audit;
    private final Database database;

    EndSessions(Identities identities, Sessions sessions, Turns turns, Audit audit, Database database) {
        this.identities = identities;
        this.sessions = sessions;
        this.turns = turns;
        this.audit = audit;
        this.database = database;
    }

    public Mono<Void> endAll(Subject owner, Caller caller) {
        return database.inTransaction(identities.endSessions(owner).then(record(owner, caller)));
    }

    /** The one at hand lives on, unless it has been ended meanwhile: its owner is held first, so that it can't be. */
    public Mono<Void> endOthers(Subject owner, SessionId current, Caller caller) {
        return database.inTransaction(identities
                .lock(owner)
                .then(Mono.defer(() -> turns.lock(current)))
                .map(LockedSession::life)
                .flatMap(life -> identities
                        .endSessions(owner)
                        .filter(identity -> life == Life.ALIVE)
                        .flatMap(identity -> sessions.carryOver(current, identity)))
                .then(record(owner, caller)));
    }

    private Mono<Void> record(Subject owner, Caller caller) {
        return audit.record(AuditEvent.own(Action.END_SESSIONS, owner, caller));
    }
}
