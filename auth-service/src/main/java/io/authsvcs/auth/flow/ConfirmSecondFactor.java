package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.factor.Code;
import io.authsvcs.auth.factor.RecoveryCode;
import io.authsvcs.auth.factor.SecondFactor;
import io.authsvcs.auth.factor.SecondFactors;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.Methods;
import io.authsvcs.auth.session.SessionState;
import io.authsvcs.auth.session.SessionState.Life;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.session.Turns;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody shows a first code of their second factor, which is active from then on. The session at hand goes on as one of
 * two factors; all others end.
 */
@Component
public class ConfirmSecondFactor {
    private final SecondFactors secondFactors;
    private final TryCode tryCode;
    private final ActivateFactor activateFactor;
    private final Sessions sessions;
    private final Turns turns;
    private final Effects effects;

    ConfirmSecondFactor(
            SecondFactors secondFactors,
            TryCode tryCode,
            ActivateFactor activateFactor,
            Sessions sessions,
            Turns turns,
            Effects effects) {
        this.secondFactors = secondFactors;
        this.tryCode = tryCode;
        this.activateFactor = activateFactor;
        this.sessions = sessions;
        this.turns = turns;
        this.effects = effects;
    }

    /** @param session at hand */
    public record Attempt(SessionState session, Code code, Optional<IdempotencyKey> key, Caller caller) {}

    /** How it ends. */
    public sealed interface Result {
        record Confirmed(List<RecoveryCode> recoveryCodes) implements Result {}

        record WrongCode() implements Result {}

        /** None is pending. */
        record NotBegun() implements Result {}

        /** A partner who holds somebody's key has not seen them log in, and its session becomes none of two factors. */
        record ThroughPartner() implements Result {}

        /** The session was ended meanwhile. */
        record Overtaken() implements Result {}
    }

    public Mono<Result> confirm(Attempt attempt) {
        if (attempt.session().partner().isPresent()) {
            return Mono.just(new Result.ThroughPartner());
        }
        List<RecoveryCode> codes = secondFactors.newRecoveryCodes(attempt.key());
        Subject owner = attempt.session().subject();
        AuditEvent event = AuditEvent.own(Action.CONFIRM_SECOND_FACTOR, owner, attempt.caller());
        return pending(owner)
                .flatMap(pending -> tryCode.once(event, owner, again(attempt, codes), confirm(attempt, codes))
                        .defaultIfEmpty(new Result.WrongCode()))
                .switchIfEmpty(Mono.defer(() -> again(attempt, codes)))
                .defaultIfEmpty(new Result.NotBegun());
    }

    /** Where none is, no code is tried: whoever has but a token can't use up what its owner may try. */
    private Mono<SecondFactor> pending(Subject owner) {
        return secondFactors.find(owner).filter(factor -> !factor.isActive());
    }

    private Mono<Result> again(Attempt attempt, List<RecoveryCode> codes) {
        return effects.find(attempt.key()).map(done -> new Result.Confirmed(codes));
    }

    private Mono<Result> confirm(Attempt attempt, List<RecoveryCode> codes) {
        return turns.lock(attempt.session().id())
                .filter(session -> session.life() == Life.ALIVE)
                .singleOptional()
                .flatMap(session ->
                        session.isPresent() ? confirmPending(attempt, codes) : Mono.just(new Result.Overtaken()));
    }

    private Mono<Result> confirmPending(Attempt attempt, List<RecoveryCode> codes) {
        return pending(attempt.session().subject())
                .singleOptional()
                .flatMap(pending -> pending.map(factor -> activate(factor, attempt, codes))
                        .orElseGet(() -> Mono.just(new Result.NotBegun())));
    }

    private Mono<Result> activate(SecondFactor pending, Attempt attempt, List<RecoveryCode> codes) {
        return activateFactor
                .of(pending, attempt.code(), codes, attempt.caller())
                .flatMap(identity -> effects.claim(attempt.key(), Effect.of(identity.subject()))
                        .then(sessions.carryOver(attempt.session().id(), identity, Methods.CODE))
                        .thenReturn(new Result.Confirmed(codes)));
    }
}
