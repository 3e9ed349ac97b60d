package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.factor.SecondFactors;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * An administrator takes somebody's second factor away, who has lost it; all of their sessions end. Nobody does so to
 * themselves: whoever has stolen an administrator's token would be rid of it.
 */
@Component
public class ResetSecondFactor {
    private static final String OWN = "Your own second factor is removed by DELETE /v1/auth/second-factor, with a code";

    private final SecondFactors secondFactors;
    private final Identities identities;
    private final Audit audit;
    private final Database database;

    ResetSecondFactor(SecondFactors secondFactors, Identities identities, Audit audit, Database database) {
        this.secondFactors = secondFactors;
        this.identities = identities;
        this.audit = audit;
        this.database = database;
    }

    public Mono<UserChange> reset(Subject user, Administrator by) {
        AuditEvent event = by.did(Action.RESET_SECOND_FACTOR).about(user);
        return user.equals(by.subject())
                ? audit.record(event.refusedFor(OWN)).thenReturn(new UserChange.Forbidden(OWN))
                : database.inTransaction(identities
                        .lock(user)
                        .then(secondFactors.remove(user))
                        .flatMap(removed -> removed
                                ? identities
                                        .endSessions(user)
                                        .flatMap(identity -> audit.record(event).thenReturn(identity))
                                : identities.find(user))
                        .<UserChange>map(UserChange.Done::new)
                        .defaultIfEmpty(new UserChange.NoSuchUser()));
    }
}
