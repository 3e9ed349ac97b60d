package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.factor.Challenge;
import io.authsvcs.auth.flow.ProvePassword.Proof;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.Methods;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.auth.throttle.Charge;
import io.authsvcs.auth.throttle.Throttle;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody says who they are, proves it by a password, and gets a session. */
@Component
public class Login {
    private final ProvePassword provePassword;
    private final TakeSecondStep takeSecondStep;
    private final OpenSession openSession;
    private final Recall recall;
    private final Throttle throttle;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    Login(
            ProvePassword provePassword,
            TakeSecondStep takeSecondStep,
            OpenSession openSession,
            Recall recall,
            Throttle throttle,
            Effects effects,
            Audit audit,
            Database database) {
        this.provePassword = provePassword;
        this.takeSecondStep = takeSecondStep;
        this.openSession = openSession;
        this.recall = recall;
        this.throttle = throttle;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /**
     * @param identifier absent where what was typed can't be anybody's
     * @param second what is to be done where the password isn't enough
     */
    public record Attempt(
            Optional<Identifier> identifier,
            Password password,
            SecondStep second,
            SessionRequest session,
            Optional<IdempotencyKey> key) {}

    /** How a login ends. */
    public sealed interface Result {
        record LoggedIn(Opened opened) implements Result {}

        /**
         * The password is right, and not enough.
         *
         * @param challenge to go on with; absent where the API has no words for that
         * @param wrongCode whether a code came along, which is wrong
         */
        record SecondFactorRequired(Optional<Challenge> challenge, boolean wrongCode) implements Result {}

        /** The password is right, but its owner may not log in. Nobody but them may be told so. */
        record Inactive(IdentityStatus status) implements Result {}

        /** Unknown or wrong: a stranger must not learn which. */
        record InvalidCredentials() implements Result {}
    }

    public Mono<Result> attempt(Attempt attempt) {
        Caller caller = attempt.session().caller();
        return provePassword
                .of(attempt.identifier(), attempt.password(), caller)
                .flatMap(proof -> switch (proof) {
                    case Proof.Right(var holder, var charge) -> admit(holder.identity(), charge, attempt);
                    case Proof.Half(var holder, var charge) -> goOn(holder.identity(), charge, attempt);
                    case Proof.Wrong wrong -> Mono.just(new Result.InvalidCredentials());
                });
    }

    private Mono<Result> admit(Identity identity, Charge charge, Attempt attempt) {
        return identity.isActive()
                ? open(identity, charge, attempt).map(Result.LoggedIn::new)
                : refuse(identity, attempt);
    }

    private Mono<Result> goOn(Identity identity, Charge charge, Attempt attempt) {
        return identity.isActive()
                ? throttle.refund(charge).then(Mono.defer(() -> takeSecondStep.of(identity, attempt)))
                : refuse(identity, attempt);
    }

    private Mono<Result> refuse(Identity identity, Attempt attempt) {
        return provePassword
                .refuse(identity.subject(), attempt.session().caller())
                .thenReturn(new Result.Inactive(identity.status()));
    }

    private Mono<Opened> open(Identity identity, Charge charge, Attempt attempt) {
        return database.inTransaction(throttle.refunding(charge, open(identity, attempt)))
                .switchIfEmpty(Mono.defer(() -> recall.opened(attempt.key())));
    }

    private Mono<Opened> open(Identity identity, Attempt attempt) {
        SessionId session = SessionId.next();
        return effects.claim(attempt.key(), Effect.signedIn(identity.subject(), session, 0))
                .filter(first -> first)
                .flatMap(first -> openSession.of(session, identity, Methods.PASSWORD, attempt.session()))
                .flatMap(opened -> audit.record(event(identity.subject(), session, attempt))
                        .thenReturn(opened));
    }

    private static AuditEvent event(Subject subject, SessionId session, Attempt attempt) {
        return AuditEvent.own(Action.LOGIN, subject, attempt.session().caller()).at(session.toString());
    }
}
