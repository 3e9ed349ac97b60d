package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.PasswordHash;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.identity.TakenIdentifier;
import io.authsvcs.auth.persistence.Database;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An administrator adds somebody, who is active at once. */
@Component
public class CreateUser {
    private final Identities identities;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    CreateUser(
            Identities identities,
            Credentials credentials,
            Passwords passwords,
            Effects effects,
            Audit audit,
            Database database) {
        this.identities = identities;
        this.credentials = credentials;
        this.passwords = passwords;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /** @param password one that the password policy has no objection to; without one nobody can log in until a reset */
    public record Application(
            NewIdentity.Names names,
            List<String> roles,
            Optional<Password> password,
            Administrator by,
            Optional<IdempotencyKey> key) {}

    /** How it ends. */
    public sealed interface Result {
        record Created(Identity identity) implements Result {}

        record Taken(TakenIdentifier identifier) implements Result {}
    }

    public Mono<Result> create(Application application) {
        return hash(application.password())
                .flatMap(hash -> database.inTransaction(add(application, hash)))
                .switchIfEmpty(Mono.defer(() -> again(application.key())))
                .<Result>map(Result.Created::new)
                .onErrorResume(failure -> Identities.taken(failure)
                        .<Mono<Result>>map(taken -> Mono.just(new Result.Taken(taken)))
                        .orElseGet(() -> Mono.error(failure)));
    }

    private Mono<Optional<PasswordHash>> hash(Optional<Password> password) {
        return password.map(given -> passwords.hash(given).map(Optional::of))
                .orElseGet(() -> Mono.just(Optional.empty()));
    }

    /** The key first: its repetition must not find that its own address is taken. */
    private Mono<Identity> add(Application application, Optional<PasswordHash> hash) {
        NewIdentity newcomer =
                new NewIdentity(Subject.next(), application.names(), application.roles(), IdentityStatus.ACTIVE);
        return effects.claim(application.key(), Effect.of(newcomer.subject()))
                .filter(first -> first)
                .flatMap(first -> identities.add(newcomer))
                .flatMap(identity -> Mono.justOrEmpty(hash)
                        .flatMap(given -> credentials.add(identity.subject(), given))
                        .then(Mono.defer(() -> audit.record(
                                application.by().did(Action.CREATE_USER).about(identity.subject()))))
                        .thenReturn(identity));
    }

    private Mono<Identity> again(Optional<IdempotencyKey> key) {
        return effects.find(key).flatMap(done -> identities.find(done.effect().subject()));
    }
}
