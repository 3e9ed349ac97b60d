package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Actor;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.PasswordPolicy;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.credential.Weighing;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.Roles;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.common.InvalidSetting;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A new deployment's first administrator, where there is none yet: one who has changed their address is none the less there.
 */
@Component
public class EnsureAdministrator {
    private static final List<String> ROLES =
            Stream.concat(Roles.USUAL.stream(), Stream.of(Roles.ADMINISTRATOR)).toList();

    private final Identities identities;
    private final Credentials credentials;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final Weighing weighing;
    private final Audit audit;
    private final Database database;

    EnsureAdministrator(
            Identities identities,
            Credentials credentials,
            Passwords passwords,
            PasswordPolicy policy,
            Weighing weighing,
            Audit audit,
            Database database) {
        this.policy = policy;
        this.weighing = weighing;
        this.identities = identities;
        this.credentials = credentials;
        this.passwords = passwords;
        this.audit = audit;
        this.database = database;
    }

    /** Ends in {@link InvalidSetting} where one is missing, and this password is none that can be set. */
    public Mono<Void> ensure(Email email, Password password) {
        return identities
                .haveAdministrator()
                .filter(have -> !have)
                .flatMap(missing -> weigh(password).then(add(email, password)));
    }

    private Mono<Void> weigh(Password password) {
        return weighing.run(() -> policy.objection(password))
                .flatMap(objection -> objection
                        .<Mono<Void>>map(reason -> Mono.error(new InvalidSetting(
                                "AUTH_ADMIN_PASSWORD can't be used: " + reason + ".", "Set it to a better password.")))
                        .orElseGet(Mono::empty));
    }

    private Mono<Void> add(Email email, Password password) {
        return passwords
                .hash(password)
                .flatMap(hash -> database.inTransaction(identities
                        .add(administrator(email))
                        .flatMap(identity -> credentials
                                .add(identity.subject(), hash)
                                .then(audit.record(
                                        AuditEvent.by(Actor.ITSELF, Action.CREATE_USER, Caller.itself("start"))
                                                .about(identity.subject()))))))
                // Another instance was quicker.
                .onErrorComplete(failure -> Identities.taken(failure).isPresent());
    }

    private static NewIdentity administrator(Email email) {
        return new NewIdentity(Subject.next(), NewIdentity.Names.of(email), ROLES, IdentityStatus.ACTIVE);
    }
}
