package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Actor;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.token.KeyChange;
import io.authsvcs.auth.token.KeyRecord;
import io.authsvcs.auth.token.KeySuccession;
import io.authsvcs.auth.token.SigningKeys;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Publishes the key that will sign next. Of several who ask at once, all are answered the same one. */
@Component
public class RotateSigningKey {
    private final KeySuccession succession;
    private final SigningKeys signingKeys;
    private final Audit audit;
    private final Database database;

    RotateSigningKey(KeySuccession succession, SigningKeys signingKeys, Audit audit, Database database) {
        this.succession = succession;
        this.signingKeys = signingKeys;
        this.audit = audit;
        this.database = database;
    }

    public Mono<KeyRecord> rotate(Actor actor, Caller caller) {
        return succession.prepare().flatMap(candidate -> change(succession.publish(candidate), actor, caller));
    }

    /** Empty where another instance has done it, or it isn't time yet. */
    Mono<KeyRecord> rotateIfDue() {
        return succession
                .prepare()
                .flatMap(candidate ->
                        change(succession.publishIfDue(candidate), Actor.ITSELF, Caller.itself("key-rotation")));
    }

    private Mono<KeyRecord> change(Mono<KeyChange> change, Actor actor, Caller caller) {
        return database.inTransaction(
                        change.flatMap(done -> record(done, actor, caller).thenReturn(done.key())))
                .flatMap(key -> signingKeys.load().thenReturn(key));
    }

    private Mono<Void> record(KeyChange change, Actor actor, Caller caller) {
        return change.isNew()
                ? audit.record(AuditEvent.by(actor, Action.ROTATE_KEY, caller)
                        .at(change.key().kid()))
                : Mono.empty();
    }
}
