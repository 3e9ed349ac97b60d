package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.Standings;
import io.authsvcs.auth.identity.Standings.Locked;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * An administrator disables, enables, deletes or restores somebody. Whoever is disabled or deleted has no session any more
 * once this has answered, and gets none of them back.
 */
@Component
public class ChangeStatus {
    private final Standings standings;
    private final Audit audit;
    private final Database database;

    ChangeStatus(Standings standings, Audit audit, Database database) {
        this.standings = standings;
        this.audit = audit;
        this.database = database;
    }

    public Mono<UserChange> change(Subject user, StatusChange change, Administrator by) {
        return database.inTransaction(standings
                .lock(user)
                .flatMap(locked -> change(locked, change, by))
                .defaultIfEmpty(new UserChange.NoSuchUser()));
    }

    private Mono<UserChange> change(Locked locked, StatusChange change, Administrator by) {
        Identity user = locked.identity();
        if (change.isDone(user.status())) {
            return Mono.just(new UserChange.Done(user));
        }
        AuditEvent event = by.did(change.action()).about(user.subject());
        return objection(locked, change)
                .map(reason ->
                        audit.record(event.refusedFor(reason)).<UserChange>thenReturn(new UserChange.Forbidden(reason)))
                .orElseGet(() -> apply(user.subject(), change)
                        .flatMap(changed -> audit.record(event).thenReturn(new UserChange.Done(changed))));
    }

    private static Optional<String> objection(Locked locked, StatusChange change) {
        return change.objection(locked.identity().status())
                .or(() -> Optional.of(UserChange.LAST_ADMINISTRATOR).filter(reason -> locked.isLastAdministrator()));
    }

    private Mono<Identity> apply(Subject user, StatusChange change) {
        return change == StatusChange.RESTORE ? standings.restore(user) : standings.change(user, change.aim());
    }
}
