package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
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
import io.authsvcs.auth.identity.Roles;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.identity.TakenIdentifier;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.auth.session.Sessions;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody new: identity, credential and first session, all of them or none. */
@Component
public class Register {
    private final Identities identities;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Sessions sessions;
    private final IssueGrant issueGrant;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    Register(
            Identities identities,
            Credentials credentials,
            Passwords passwords,
            Sessions sessions,
            IssueGrant issueGrant,
            Effects effects,
            Audit audit,
            Database database) {
        this.identities = identities;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
        this.issueGrant = issueGrant;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /** @param password one that the password policy has no objection to */
    public record Application(
            NewIdentity.Names names, Password password, SessionRequest session, Optional<IdempotencyKey> key) {}

    /** How a registration ends. */
    public sealed interface Result {
        record Registered(Grant grant) implements Result {}

        record Taken(TakenIdentifier identifier) implements Result {}
    }

    public Mono<Result> apply(Application application) {
        NewIdentity identity = newcomer(application.names());
        return passwords
                .hash(application.password())
                .flatMap(hash -> database.inTransaction(add(identity, hash, application)))
                .flatMap(issueGrant::of)
                .switchIfEmpty(Mono.defer(() -> issueGrant.again(application.key())))
                .<Result>map(Result.Registered::new)
                .onErrorResume(failure -> Identities.taken(failure)
                        .<Mono<Result>>map(taken -> Mono.just(new Result.Taken(taken)))
                        .orElseGet(() -> Mono.error(failure)));
    }

    private static NewIdentity newcomer(NewIdentity.Names names) {
        return new NewIdentity(Subject.next(), names, Roles.USUAL, IdentityStatus.ACTIVE);
    }

    /** The key first: its repetition must not find that its own address is taken. */
    private Mono<Opened> add(NewIdentity newcomer, PasswordHash hash, Application application) {
        SessionId session = SessionId.next();
        return effects.claim(application.key(), Effect.signedIn(newcomer.subject(), session, 0))
                .filter(first -> first)
                .flatMap(first -> identities.add(newcomer))
                .flatMap(identity ->
                        credentials.add(identity.subject(), hash).then(open(identity, session, application)));
    }

    private Mono<Opened> open(Identity identity, SessionId session, Application application) {
        SessionRequest request = application.session();
        return Mono.defer(() -> sessions.open(session, identity, request))
                .flatMap(turn -> audit.record(AuditEvent.own(Action.REGISTER, identity.subject(), request.caller()))
                        .thenReturn(new Opened(identity, turn)));
    }
}
