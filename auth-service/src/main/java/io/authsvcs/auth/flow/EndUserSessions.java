package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An administrator ends every session of somebody: once this has answered, no instance accepts any. */
@Component
public class EndUserSessions {
    private final Identities identities;
    private final Audit audit;
    private final Database database;

    EndUserSessions(Identities identities, Audit audit, Database database) {
        this.identities = identities;
        this.audit = audit;
        this.database = database;
    }

    public Mono<UserChange> end(Subject user, Administrator by) {
        return database.inTransaction(identities
                .endSessions(user)
                .<UserChange>flatMap(identity ->
                        audit.record(by.did(Action.END_SESSIONS).about(user)).thenReturn(new UserChange.Done(identity)))
                .defaultIfEmpty(new UserChange.NoSuchUser()));
    }
}
