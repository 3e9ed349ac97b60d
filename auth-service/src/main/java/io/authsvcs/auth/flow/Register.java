package io.authsvcs.auth.flow;

import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.PasswordHash;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.flow.OpenSession.Opened;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.TakenIdentifier;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.SessionRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody new: identity, credential and first session, all of them or none. */
@Component
public class Register {
    private final Identities identities;
    private final Credentials credentials;
    private final Passwords passwords;
    private final OpenSession openSession;
    private final Database database;

    Register(
            Identities identities,
            Credentials credentials,
            Passwords passwords,
            OpenSession openSession,
            Database database) {
        this.identities = identities;
        this.credentials = credentials;
        this.passwords = passwords;
        this.openSession = openSession;
        this.database = database;
    }

    /** @param password one that the password policy has no objection to */
    public record Application(NewIdentity identity, Password password, SessionRequest session) {}

    /** How a registration ends. */
    public sealed interface Result {
        record Registered(Grant grant) implements Result {}

        record Taken(TakenIdentifier identifier) implements Result {}
    }

    public Mono<Result> apply(Application application) {
        return passwords
                .hash(application.password())
                .flatMap(hash -> database.inTransaction(add(application, hash)))
                .flatMap(openSession::issue)
                .<Result>map(Result.Registered::new)
                .onErrorResume(failure -> Identities.taken(failure)
                        .<Mono<Result>>map(taken -> Mono.just(new Result.Taken(taken)))
                        .orElseGet(() -> Mono.error(failure)));
    }

    private Mono<Opened> add(Application application, PasswordHash hash) {
        return identities
                .add(application.identity())
                .flatMap(identity -> credentials
                        .add(identity.subject(), hash)
                        .then(openSession.open(identity, application.session())));
    }
}
