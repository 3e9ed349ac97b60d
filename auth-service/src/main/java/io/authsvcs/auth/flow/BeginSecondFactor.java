package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Holder;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.factor.Challenges;
import io.authsvcs.auth.factor.Enrolment;
import io.authsvcs.auth.factor.OpenChallenge;
import io.authsvcs.auth.factor.SecondFactors;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody gets the secret of a second factor, which is pending until they have shown a code of it. */
@Component
public class BeginSecondFactor {
    private final ProveCurrentPassword proveCurrentPassword;
    private final Challenges challenges;
    private final SecondFactors secondFactors;
    private final Identities identities;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    BeginSecondFactor(
            ProveCurrentPassword proveCurrentPassword,
            Challenges challenges,
            SecondFactors secondFactors,
            Identities identities,
            Effects effects,
            Audit audit,
            Database database) {
        this.proveCurrentPassword = proveCurrentPassword;
        this.challenges = challenges;
        this.secondFactors = secondFactors;
        this.identities = identities;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    public record Attempt(Proof proof, Optional<IdempotencyKey> key, Caller caller) {}

    /** What shows whose it is to be. */
    public sealed interface Proof {
        /** @param owner whose token was shown */
        record CurrentPassword(Subject owner, Password password) implements Proof {}

        /** A login that waits for a second factor. */
        record ByChallenge(String challenge) implements Proof {
            /** Without the challenge. */
            @Override
            public String toString() {
                return "ByChallenge[…]";
            }
        }
    }

    /** How it ends. */
    public sealed interface Result {
        record Begun(Enrolment enrolment) implements Result {}

        record AlreadyActive() implements Result {}

        record WrongPassword() implements Result {}

        /** The challenge is not one of ours, not good any more, or asks for a code of a second factor that is there. */
        record Refused() implements Result {}

        /** Their sessions were ended meanwhile. */
        record Overtaken() implements Result {}
    }

    public Mono<Result> begin(Attempt attempt) {
        return switch (attempt.proof()) {
            case Proof.CurrentPassword(Subject owner, Password password) ->
                proveCurrentPassword
                        .of(owner, password, attempt.caller())
                        .map(Holder::identity)
                        .flatMap(proved -> begin(proved, attempt))
                        .switchIfEmpty(Mono.defer(() -> refuse(owner, attempt)));
            case Proof.ByChallenge(String challenge) ->
                challenges
                        .find(challenge)
                        .filter(OpenChallenge::enrolment)
                        .flatMap(open -> identities.find(open.owner()))
                        .flatMap(proved -> begin(proved, attempt))
                        .defaultIfEmpty(new Result.Refused());
        };
    }

    private Mono<Result> begin(Identity proved, Attempt attempt) {
        return database.inTransaction(identities
                .lock(proved.subject())
                .then(identities.find(proved.subject()))
                .filter(now -> now.isActive() && now.sessionGeneration() == proved.sessionGeneration())
                .<Result>flatMap(
                        now -> now.secondFactor() ? Mono.just(new Result.AlreadyActive()) : beginPending(now, attempt))
                .defaultIfEmpty(new Result.Overtaken()));
    }

    /** The repetition of this request gets the same secret, which is the one that is kept. */
    private Mono<Result> beginPending(Identity owner, Attempt attempt) {
        return effects.find(attempt.key())
                .flatMap(done -> secondFactors.find(owner.subject()))
                .map(pending -> secondFactors.enrolment(pending.secret(), owner))
                .switchIfEmpty(Mono.defer(() -> beginFirst(owner, attempt)))
                .map(Result.Begun::new);
    }

    private Mono<Enrolment> beginFirst(Identity owner, Attempt attempt) {
        return effects.claim(attempt.key(), Effect.of(owner.subject()))
                .then(secondFactors.begin(owner))
                .flatMap(begun -> audit.record(event(owner.subject(), attempt)).thenReturn(begun));
    }

    private Mono<Result> refuse(Subject owner, Attempt attempt) {
        return audit.record(event(owner, attempt).refusedFor(ProveCurrentPassword.WRONG))
                .thenReturn(new Result.WrongPassword());
    }

    private static AuditEvent event(Subject owner, Attempt attempt) {
        return AuditEvent.own(Action.BEGIN_SECOND_FACTOR, owner, attempt.caller());
    }
}
