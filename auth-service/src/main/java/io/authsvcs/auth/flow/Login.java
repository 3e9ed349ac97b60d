package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Holder;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.auth.session.Sessions;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody says who they are, proves it by a password, and gets a session. */
@Component
public class Login {
    private static final String INVALID = "Invalid credentials";

    private final Credentials credentials;
    private final Passwords passwords;
    private final RenewHash renewHash;
    private final Sessions sessions;
    private final IssueGrant issueGrant;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    Login(
            Credentials credentials,
            Passwords passwords,
            RenewHash renewHash,
            Sessions sessions,
            IssueGrant issueGrant,
            Effects effects,
            Audit audit,
            Database database) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.renewHash = renewHash;
        this.sessions = sessions;
        this.issueGrant = issueGrant;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /** @param identifier absent where what was typed can't be anybody's */
    public record Attempt(
            Optional<Identifier> identifier, Password password, SessionRequest session, Optional<IdempotencyKey> key) {}

    /** How a login ends. */
    public sealed interface Result {
        record LoggedIn(Grant grant) implements Result {}

        /** Unknown, wrong, disabled and deleted alike: a stranger must not learn which. */
        record InvalidCredentials() implements Result {}
    }

    public Mono<Result> attempt(Attempt attempt) {
        return Mono.justOrEmpty(attempt.identifier())
                .flatMap(credentials::find)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(holder -> authenticate(holder, attempt.password())
                        .flatMap(identity -> open(identity, attempt))
                        .<Result>map(Result.LoggedIn::new)
                        .switchIfEmpty(Mono.defer(() -> refuse(holder, attempt))));
    }

    private Mono<Identity> authenticate(Optional<Holder> holder, Password password) {
        return holder.map(known -> prove(known, password))
                .orElseGet(() -> passwords.spend().then(Mono.empty()));
    }

    private Mono<Identity> prove(Holder holder, Password password) {
        return passwords
                .verify(password, holder.passwordHash())
                .filter(right -> right)
                .flatMap(right -> holder.identity().isActive()
                        ? renewHash.of(holder, password).thenReturn(holder.identity())
                        : refuseAsSlowly(holder));
    }

    /** A right password of somebody inactive takes as long as a wrong one. */
    private Mono<Identity> refuseAsSlowly(Holder holder) {
        return passwords.isOutdated(holder.passwordHash()) ? passwords.spend().then(Mono.empty()) : Mono.empty();
    }

    private Mono<Grant> open(Identity identity, Attempt attempt) {
        SessionId session = SessionId.next();
        Effect effect = Effect.signedIn(identity.subject(), session, 0);
        return database.inTransaction(effects.claim(attempt.key(), effect)
                        .filter(first -> first)
                        .flatMap(first -> sessions.open(session, identity, attempt.session()))
                        .flatMap(turn -> audit.record(event(identity.subject(), session, attempt))
                                .thenReturn(new Opened(identity, turn))))
                .flatMap(issueGrant::of)
                .switchIfEmpty(Mono.defer(() -> issueGrant.again(attempt.key())));
    }

    private static AuditEvent event(Subject subject, SessionId session, Attempt attempt) {
        return AuditEvent.own(Action.LOGIN, subject, attempt.session().caller()).at(session.toString());
    }

    /** What was typed is not recorded: it may have been a password. */
    private Mono<Result> refuse(Optional<Holder> holder, Attempt attempt) {
        AuditEvent event =
                AuditEvent.refused(Action.LOGIN, INVALID, attempt.session().caller());
        return audit.record(holder.map(known -> event.about(known.identity().subject()))
                        .orElse(event))
                .thenReturn(new Result.InvalidCredentials());
    }
}
