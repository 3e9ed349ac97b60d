package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.identity.Attributes;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An administrator says what single contracts show of somebody, all of it anew. */
@Component
public class SetAttributes {
    private final Identities identities;
    private final Audit audit;
    private final Database database;

    SetAttributes(Identities identities, Audit audit, Database database) {
        this.identities = identities;
        this.audit = audit;
        this.database = database;
    }

    /** What they are now; empty where there is no such user. */
    public Mono<Attributes> set(Subject user, Attributes attributes, Administrator by) {
        return database.inTransaction(identities
                .lock(user)
                .then(Mono.defer(() -> identities.particulars(user)))
                .flatMap(present ->
                        present.attributes().equals(attributes) ? Mono.just(attributes) : write(user, attributes, by)));
    }

    private Mono<Attributes> write(Subject user, Attributes attributes, Administrator by) {
        return identities
                .setAttributes(user, attributes)
                .then(Mono.defer(
                        () -> audit.record(by.did(Action.SET_ATTRIBUTES).about(user))))
                .thenReturn(attributes);
    }
}
