package io.authsvcs.auth.flow;

import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.Roles;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A new deployment's first administrator. Whoever holds that address already is left as they are. */
@Component
public class EnsureAdministrator {
    private static final List<String> ROLES =
            Stream.concat(Roles.USUAL.stream(), Stream.of(Roles.ADMINISTRATOR)).toList();

    private final Identities identities;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Database database;

    EnsureAdministrator(Identities identities, Credentials credentials, Passwords passwords, Database database) {
        this.identities = identities;
        this.credentials = credentials;
        this.passwords = passwords;
        this.database = database;
    }

    public Mono<Void> ensure(Email email, Password password) {
        return credentials.find(email).hasElement().filter(exists -> !exists).flatMap(missing -> add(email, password));
    }

    private Mono<Void> add(Email email, Password password) {
        return passwords
                .hash(password)
                .flatMap(hash -> database.inTransaction(identities
                        .add(administrator(email))
                        .flatMap(identity -> credentials.add(identity.subject(), hash))))
                // Another instance was quicker.
                .onErrorComplete(failure -> Identities.taken(failure).isPresent());
    }

    private static NewIdentity administrator(Email email) {
        return new NewIdentity(Subject.next(), NewIdentity.Names.of(email), ROLES, IdentityStatus.ACTIVE);
    }
}
