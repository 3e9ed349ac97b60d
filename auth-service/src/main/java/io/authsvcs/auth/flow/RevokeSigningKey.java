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

/** In an emergency: every token that a key has signed is refused, here at once and elsewhere within seconds. */
@Component
public class RevokeSigningKey {
    private final KeySuccession succession;
    private final SigningKeys signingKeys;
    private final Audit audit;
    private final Database database;

    RevokeSigningKey(KeySuccession succession, SigningKeys signingKeys, Audit audit, Database database) {
        this.succession = succession;
        this.signingKeys = signingKeys;
        this.audit = audit;
        this.database = database;
    }

    /** Empty where there is no such key. */
    public Mono<KeyRecord> revoke(String kid, Actor actor, Caller caller) {
        return succession
                .prepare()
                .flatMap(candidate -> database.inTransaction(succession
                        .revoke(kid, candidate)
                        .flatMap(change -> record(change, actor, caller).thenReturn(change.key()))))
                .flatMap(key -> signingKeys.load().thenReturn(key));
    }

    private Mono<Void> record(KeyChange change, Actor actor, Caller caller) {
        return change.isNew()
                ? audit.record(AuditEvent.by(actor, Action.REVOKE_KEY, caller)
                        .at(change.key().kid()))
                : Mono.empty();
    }
}
