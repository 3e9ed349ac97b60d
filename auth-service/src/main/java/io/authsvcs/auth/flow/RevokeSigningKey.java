package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
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

/** In an emergency: every token that a key has signed is refused, here at once and elsewhere within seconds. */
@Component
public class RevokeSigningKey {
    private final KeySuccession succession;
    private final SigningKeys signingKeys;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    RevokeSigningKey(
            KeySuccession succession, SigningKeys signingKeys, Effects effects, Audit audit, Database database) {
        this.succession = succession;
        this.signingKeys = signingKeys;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /**
     * Empty where there is no such key.
     *
     * @param key by which a repetition is known, whose token the first may have put to death
     */
    public Mono<KeyRecord> revoke(String kid, Administrator by, Optional<IdempotencyKey> key) {
        return succession
                .prepare()
                .flatMap(candidate -> database.inTransaction(succession
                        .revoke(kid, candidate)
                        .flatMap(change -> effects.claim(key, Effect.of(by.subject()))
                                .then(Mono.defer(() -> record(change, by)))
                                .thenReturn(change.key()))))
                .flatMap(revoked -> signingKeys.load().thenReturn(revoked));
    }

    /** One that has been revoked. */
    public Mono<KeyRecord> revoked(String kid) {
        return succession.find(kid);
    }

    private Mono<Void> record(KeyChange change, Administrator by) {
        return change.isNew()
                ? audit.record(by.did(Action.REVOKE_KEY).at(change.key().kid()))
                : Mono.empty();
    }
}
