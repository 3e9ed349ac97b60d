package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.LockedSession;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionState.Life;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.session.Turns;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody ends all of their sessions, or all but the one at hand, by one row however many there are. */
@Component
public class EndSessions {
    private final Identities identities;
    private final Sessions sessions;
    private final Turns turns;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    EndSessions(
            Identities identities, Sessions sessions, Turns turns, Effects effects, Audit audit, Database database) {
        this.identities = identities;
        this.sessions = sessions;
        this.turns = turns;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /** @param key by which a repetition is known, which brings a token that the first has put to death */
    public Mono<Void> endAll(Subject owner, Optional<IdempotencyKey> key, Caller caller) {
        return once(key, owner, caller, identities.endSessions(owner).then());
    }

    /** The one at hand lives on, unless it has been ended meanwhile: its owner is held first, so that it can't be. */
    public Mono<Void> endOthers(Subject owner, SessionId current, Optional<IdempotencyKey> key, Caller caller) {
        return once(
                key,
                owner,
                caller,
                identities
                        .lock(owner)
                        .then(Mono.defer(() -> turns.lock(current)))
                        .map(LockedSession::life)
                        .flatMap(life -> identities
                                .endSessions(owner)
                                .filter(identity -> life == Life.ALIVE)
                                .flatMap(identity -> sessions.carryOver(current, identity))));
    }

    private Mono<Void> once(Optional<IdempotencyKey> key, Subject owner, Caller caller, Mono<Void> ending) {
        return database.inTransaction(effects.claim(key, Effect.of(owner))
                .filter(first -> first)
                .flatMap(first -> ending.then(Mono.defer(() -> record(owner, caller)))));
    }

    private Mono<Void> record(Subject owner, Caller caller) {
        return audit.record(AuditEvent.own(Action.END_SESSIONS, owner, caller));
    }
}
