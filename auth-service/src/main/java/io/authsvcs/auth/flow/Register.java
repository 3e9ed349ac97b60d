package io.authsvcs.auth.flow;

import io.authsvcs.auth.action.ActivationSettings;
import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.PasswordHash;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.factor.SecondFactorPolicy;
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
import io.authsvcs.auth.session.Methods;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.auth.token.ActionTokens.Purpose;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody new: identity, credential and first session, all of them or none. Where they have to prove their address first,
 * a message to it takes the place of the session; where a password isn't enough for them, nothing does.
 */
@Component
public class Register {
    private final Identities identities;
    private final Credentials credentials;
    private final Passwords passwords;
    private final OpenSession openSession;
    private final Recall recall;
    private final SendToken sendToken;
    private final ActivationSettings activation;
    private final SecondFactorPolicy policy;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    Register(
            Identities identities,
            Credentials credentials,
            Passwords passwords,
            OpenSession openSession,
            Recall recall,
            SendToken sendToken,
            ActivationSettings activation,
            SecondFactorPolicy policy,
            Effects effects,
            Audit audit,
            Database database) {
        this.identities = identities;
        this.credentials = credentials;
        this.passwords = passwords;
        this.openSession = openSession;
        this.recall = recall;
        this.sendToken = sendToken;
        this.activation = activation;
        this.policy = policy;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /**
     * @param password one that the password policy has no objection to
     * @param session absent where registering is not to sign anybody in
     */
    public record Application(
            NewIdentity.Names names,
            Password password,
            Optional<SessionRequest> session,
            Optional<IdempotencyKey> key,
            Caller caller) {}

    /** How a registration ends. */
    public sealed interface Result {
        record Registered(Opened opened) implements Result {}

        /** Nobody was signed in: they can't log in before they are active, or not by a password alone. */
        record Added(Subject subject) implements Result {}

        record Taken(TakenIdentifier identifier) implements Result {}
    }

    public Mono<Result> apply(Application application) {
        NewIdentity identity = newcomer(application.names());
        return passwords
                .hash(application.password())
                .flatMap(hash -> database.inTransaction(add(identity, hash, application)))
                .map(this::conclude)
                .switchIfEmpty(Mono.defer(() -> again(application)))
                .onErrorResume(failure -> Identities.taken(failure)
                        .<Mono<Result>>map(taken -> Mono.just(new Result.Taken(taken)))
                        .orElseGet(() -> Mono.error(failure)));
    }

    /** Whether nobody can register without an e-mail address. */
    public boolean asksForEmail() {
        return activation.required();
    }

    /** Whoever has to prove more than a password does so at their first login. */
    private boolean maySignIn() {
        return !activation.required() && !policy.demandsOneOf(Roles.USUAL);
    }

    private NewIdentity newcomer(NewIdentity.Names names) {
        IdentityStatus status = activation.required() ? IdentityStatus.PENDING : IdentityStatus.ACTIVE;
        return new NewIdentity(Subject.next(), names, Roles.USUAL, status);
    }

    /** The key first: its repetition must not find that its own address is taken. */
    private Mono<Made> add(NewIdentity newcomer, PasswordHash hash, Application application) {
        SessionId session = SessionId.next();
        Optional<SessionRequest> wanted = application.session().filter(request -> maySignIn());
        Effect effect =
                wanted.isPresent() ? Effect.signedIn(newcomer.subject(), session, 0) : Effect.of(newcomer.subject());
        return effects.claim(application.key(), effect)
                .filter(first -> first)
                .flatMap(first -> identities.add(newcomer))
                .flatMap(identity -> credentials
                        .add(identity.subject(), hash)
                        .then(audit.record(event(identity, application)))
                        .then(wanted.map(request -> open(identity, session, request))
                                .orElseGet(() -> leave(identity))));
    }

    private Mono<Made> open(Identity identity, SessionId session, SessionRequest request) {
        return openSession.of(session, identity, Methods.PASSWORD, request).map(Made.SignedIn::new);
    }

    private Mono<Made> leave(Identity identity) {
        return activation.required() ? send(identity) : Mono.just(new Made.Known(identity.subject()));
    }

    private Mono<Made> send(Identity identity) {
        return sendToken
                .to(identity.subject(), Purpose.ACTIVATE)
                .filter(sent -> sent)
                .<Made>map(sent -> new Made.Asked(identity.subject()))
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("Whoever has to activate themselves needs an e-mail address")));
    }

    private Result conclude(Made made) {
        return switch (made) {
            case Made.SignedIn(Opened opened) -> new Result.Registered(opened);
            case Made.Known(Subject subject) -> new Result.Added(subject);
            case Made.Asked(Subject subject) -> {
                sendToken.hurry();
                yield new Result.Added(subject);
            }
        };
    }

    private Mono<Result> again(Application application) {
        return recall.opened(application.key())
                .<Result>map(Result.Registered::new)
                .switchIfEmpty(Mono.defer(() -> effects.find(application.key())
                        .map(done -> new Result.Added(done.effect().subject()))));
    }

    private static AuditEvent event(Identity identity, Application application) {
        return AuditEvent.own(Action.REGISTER, identity.subject(), application.caller());
    }

    /** What the transaction made, before anything is signed or sent. */
    private sealed interface Made {
        record SignedIn(Opened opened) implements Made {}

        record Known(Subject subject) implements Made {}

        /** Somebody who has been sent a message. */
        record Asked(Subject subject) implements Made {}
    }
}
