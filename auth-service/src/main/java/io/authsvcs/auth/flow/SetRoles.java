package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.factor.SecondFactorPolicy;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.Roles;
import io.authsvcs.auth.identity.Standings;
import io.authsvcs.auth.identity.Standings.Locked;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.Sessions;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * An administrator says what somebody may do from now on; tokens that are out keep their roles until they expire. Sessions
 * that a password alone has opened end where one of the roles asks for more.
 */
@Component
public class SetRoles {
    private final Standings standings;
    private final Sessions sessions;
    private final SecondFactorPolicy policy;
    private final Audit audit;
    private final Database database;

    SetRoles(Standings standings, Sessions sessions, SecondFactorPolicy policy, Audit audit, Database database) {
        this.standings = standings;
        this.sessions = sessions;
        this.policy = policy;
        this.audit = audit;
        this.database = database;
    }

    public Mono<UserChange> set(Subject user, List<String> roles, Administrator by) {
        return database.inTransaction(standings
                .lock(user)
                .flatMap(locked -> set(locked, roles, by))
                .defaultIfEmpty(new UserChange.NoSuchUser()));
    }

    private Mono<UserChange> set(Locked locked, List<String> roles, Administrator by) {
        Identity user = locked.identity();
        if (user.roles().equals(roles)) {
            return Mono.just(new UserChange.Done(user));
        }
        AuditEvent event = by.did(Action.SET_ROLES).about(user.subject());
        return locked.isLastAdministrator() && !roles.contains(Roles.ADMINISTRATOR)
                ? audit.record(event.refusedFor(UserChange.LAST_ADMINISTRATOR))
                        .thenReturn(new UserChange.Forbidden(UserChange.LAST_ADMINISTRATOR))
                : standings
                        .change(user.subject(), roles)
                        .flatMap(changed -> endIfNotEnough(user.subject(), roles)
                                .then(audit.record(event.at(String.join(" ", roles))))
                                .thenReturn(new UserChange.Done(changed)));
    }

    private Mono<Void> endIfNotEnough(Subject user, List<String> roles) {
        return policy.demandsOneOf(roles) ? sessions.endOpenedByPassword(user) : Mono.empty();
    }
}
