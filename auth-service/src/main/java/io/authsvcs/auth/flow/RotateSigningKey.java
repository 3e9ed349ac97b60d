package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Actor;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.token.KeyChange;
import io.authsvcs.auth.token.KeyRecord;
import io.authsvcs.auth.token.KeySuccession;
import io.authsvcs.auth.token.SigningKeys;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Publishes the key that will sign next. Of several who ask at once, all are answered the same one. */
@Component
public class RotateSigningKey {
    private final KeySuccession succession;
    private final SigningKeys signingKeys;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    RotateSigningKey(
            KeySuccession succession, SigningKeys signingKeys, Effects effects, Audit audit, Database database) {
        this.succession = succession;
        this.signingKeys = signingKeys;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    public Mono<KeyRecord> rotate(Administrator by, Optional<IdempotencyKey> key) {
        return again(key)
                .switchIfEmpty(Mono.defer(() -> rotateFirst(by, key)))
                .switchIfEmpty(Mono.defer(() -> again(key)));
    }

    /** However long ago it was: without the key, one that signs by now would be followed by another. */
    private Mono<KeyRecord> again(Optional<IdempotencyKey> key) {
        return effects.find(key).flatMap(done -> succession.newest());
    }

    private Mono<KeyRecord> rotateFirst(Administrator by, Optional<IdempotencyKey> key) {
        return succession
                .prepare()
                .flatMap(candidate -> change(
                        effects.claim(key, Effect.of(by.subject()))
                                .filter(first -> first)
                                .flatMap(first -> succession.publish(candidate)),
                        Actor.user(by.subject()),
                        by.caller()));
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
