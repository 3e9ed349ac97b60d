package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Holder;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.ProvePassword.Proof;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.partner.Partner;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.Methods;
import io.authsvcs.auth.session.References;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.throttle.Charge;
import io.authsvcs.auth.throttle.Throttle;
import io.authsvcs.auth.token.ApiKeys;
import io.authsvcs.auth.token.OpaqueToken;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody logs in at a partner and gets their API key there: the same at every login until the password changes. It leads
 * to a session without end, which the next login takes up where it lives, and which another follows where it was ended.
 */
@Component
public class LoginThroughPartner {
    private final ProvePassword provePassword;
    private final ApiKeys apiKeys;
    private final References references;
    private final Sessions sessions;
    private final Identities identities;
    private final Throttle throttle;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    LoginThroughPartner(
            ProvePassword provePassword,
            ApiKeys apiKeys,
            References references,
            Sessions sessions,
            Identities identities,
            Throttle throttle,
            Effects effects,
            Audit audit,
            Database database) {
        this.provePassword = provePassword;
        this.apiKeys = apiKeys;
        this.references = references;
        this.sessions = sessions;
        this.identities = identities;
        this.throttle = throttle;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    public record Attempt(
            Partner partner,
            Optional<Identifier> identifier,
            Password password,
            Optional<IdempotencyKey> key,
            Caller caller) {}

    /** How it ends. */
    public sealed interface Result {
        /** The key of somebody pending leads nowhere before they are active. */
        record LoggedIn(Identity identity, OpaqueToken apiKey) implements Result {}

        /** The password is right, but its owner is disabled or deleted. Nobody but them may be told so. */
        record Inactive() implements Result {}

        /** The password is right, and not enough; a partner has no words for more. */
        record SecondFactorRequired() implements Result {}

        record InvalidCredentials() implements Result {}
    }

    public Mono<Result> attempt(Attempt attempt) {
        return provePassword
                .of(attempt.identifier(), attempt.password(), attempt.caller())
                .flatMap(proof -> switch (proof) {
                    case Proof.Right(var holder, var charge) -> admit(holder, charge, attempt);
                    case Proof.Half(var holder, var charge) -> refuseHalf(holder.identity(), charge, attempt);
                    case Proof.Wrong wrong -> Mono.just(new Result.InvalidCredentials());
                });
    }

    private Mono<Result> admit(Holder holder, Charge charge, Attempt attempt) {
        Identity identity = holder.identity();
        return mayLogIn(identity) ? open(holder, charge, attempt) : refuse(identity, attempt);
    }

    private Mono<Result> refuseHalf(Identity identity, Charge charge, Attempt attempt) {
        return mayLogIn(identity)
                ? throttle.refund(charge)
                        .then(Mono.defer(() -> provePassword.refuseHalf(identity.subject(), attempt.caller())))
                        .thenReturn(new Result.SecondFactorRequired())
                : refuse(identity, attempt);
    }

    private Mono<Result> refuse(Identity identity, Attempt attempt) {
        return provePassword.refuse(identity.subject(), attempt.caller()).thenReturn(new Result.Inactive());
    }

    private static boolean mayLogIn(Identity identity) {
        return identity.isActive() || identity.status() == IdentityStatus.PENDING;
    }

    private Mono<Result> open(Holder holder, Charge charge, Attempt attempt) {
        Identity identity = holder.identity();
        OpaqueToken apiKey =
                apiKeys.of(identity.subject(), attempt.partner().id().id(), holder.version());
        return database.inTransaction(throttle.refunding(charge, lead(apiKey, identity, attempt)))
                .thenReturn(new Result.LoggedIn(identity, apiKey));
    }

    /** Whoever logs in is held, so that of two logins at once the second takes up the first one's session. */
    private Mono<Void> lead(OpaqueToken apiKey, Identity identity, Attempt attempt) {
        SessionId next = SessionId.next();
        return effects.claim(attempt.key(), Effect.of(identity.subject()))
                .filter(first -> first)
                .flatMap(first -> identities
                        .lock(identity.subject())
                        .then(Mono.defer(() -> references.findOpen(apiKey.hash())))
                        .switchIfEmpty(Mono.defer(() -> open(next, apiKey, identity, attempt)))
                        .flatMap(session -> audit.record(event(identity.subject(), session, attempt))));
    }

    private Mono<SessionId> open(SessionId id, OpaqueToken apiKey, Identity identity, Attempt attempt) {
        SessionRequest endless = SessionRequest.ofPartner(attempt.partner().id().id(), attempt.caller());
        return sessions.open(id, identity, Methods.PASSWORD, endless)
                .then(references.point(apiKey.hash(), id, Optional.empty()))
                .thenReturn(id);
    }

    private static AuditEvent event(Subject subject, SessionId session, Attempt attempt) {
        return AuditEvent.own(Action.LOGIN, subject, attempt.caller()).at(session.toString());
    }
}
