package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.factor.Challenges;
import io.authsvcs.auth.factor.Code;
import io.authsvcs.auth.factor.OpenChallenge;
import io.authsvcs.auth.factor.RecoveryCode;
import io.authsvcs.auth.factor.SecondFactors;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.session.Methods;
import io.authsvcs.auth.session.SessionRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody goes on with a login that asked for a code. Whoever has to have a second factor, and had none, makes the one
 * that they have begun active by it.
 */
@Component
public class FinishLogin {
    private final Challenges challenges;
    private final SecondFactors secondFactors;
    private final Identities identities;
    private final TryCode tryCode;
    private final OpenByCode openByCode;
    private final ActivateFactor activateFactor;
    private final Recall recall;

    FinishLogin(
            Challenges challenges,
            SecondFactors secondFactors,
            Identities identities,
            TryCode tryCode,
            OpenByCode openByCode,
            ActivateFactor activateFactor,
            Recall recall) {
        this.challenges = challenges;
        this.secondFactors = secondFactors;
        this.identities = identities;
        this.tryCode = tryCode;
        this.openByCode = openByCode;
        this.activateFactor = activateFactor;
        this.recall = recall;
    }

    public record Attempt(String challenge, Code code, Optional<IdempotencyKey> key, Caller caller) {
        /** Without the challenge. */
        @Override
        public String toString() {
            return "Attempt[" + caller + "]";
        }
    }

    /** How it ends. */
    public sealed interface Result {
        /** @param recoveryCodes of whoever has just made their second factor active; else none */
        record LoggedIn(Opened opened, List<RecoveryCode> recoveryCodes) implements Result {}

        /** The challenge is as good as before. */
        record WrongCode() implements Result {}

        /** A second factor has to be begun first. */
        record NotBegun() implements Result {}

        /** The challenge is not one of ours, or not good any more. */
        record Refused() implements Result {}
    }

    public Mono<Result> finish(Attempt attempt) {
        List<RecoveryCode> codes = secondFactors.newRecoveryCodes(attempt.key());
        return challenges
                .find(attempt.challenge())
                .flatMap(challenge -> tryCode.once(
                                refusal(challenge, attempt),
                                challenge.owner(),
                                again(attempt, codes),
                                finish(attempt, codes))
                        .defaultIfEmpty(new Result.WrongCode()))
                // It is used up by the first of two that are the same.
                .switchIfEmpty(Mono.defer(() -> again(attempt, codes)))
                .defaultIfEmpty(new Result.Refused());
    }

    private static AuditEvent refusal(OpenChallenge challenge, Attempt attempt) {
        return AuditEvent.refused(Action.LOGIN, TryCode.WRONG, attempt.caller()).about(challenge.owner());
    }

    /** With its recovery codes, where those of this request are there. */
    private Mono<Result> again(Attempt attempt, List<RecoveryCode> codes) {
        return recall.opened(attempt.key())
                .flatMap(opened -> secondFactors
                        .find(opened.identity().subject())
                        .filterWhen(factor -> secondFactors.haveAny(factor, codes))
                        .<Result>map(factor -> new Result.LoggedIn(opened, codes))
                        .defaultIfEmpty(new Result.LoggedIn(opened, List.of())));
    }

    /** Looked up once more: now that its owner is held, it stays as it is. */
    private Mono<Result> finish(Attempt attempt, List<RecoveryCode> codes) {
        return challenges
                .find(attempt.challenge())
                .singleOptional()
                .flatMap(found -> found.map(challenge -> finish(challenge, attempt, codes))
                        .orElseGet(() -> Mono.just(new Result.Refused())));
    }

    private Mono<Result> finish(OpenChallenge challenge, Attempt attempt, List<RecoveryCode> codes) {
        Mono<Result> opening = challenge.enrolment() ? enrol(challenge, attempt, codes) : open(challenge, attempt);
        return opening.flatMap(result ->
                result instanceof Result.LoggedIn ? challenges.use(challenge).thenReturn(result) : Mono.just(result));
    }

    private Mono<Result> open(OpenChallenge challenge, Attempt attempt) {
        return identities
                .find(challenge.owner())
                .flatMap(
                        identity -> openByCode.of(identity, attempt.code(), request(challenge, attempt), attempt.key()))
                .map(opened -> new Result.LoggedIn(opened, List.of()));
    }

    private Mono<Result> enrol(OpenChallenge challenge, Attempt attempt, List<RecoveryCode> codes) {
        return secondFactors
                .find(challenge.owner())
                .singleOptional()
                .flatMap(pending -> pending.map(factor -> activateFactor
                                .of(factor, attempt.code(), codes, attempt.caller())
                                .flatMap(identity -> openByCode.by(
                                        Methods.CODE, identity, request(challenge, attempt), attempt.key()))
                                .<Result>map(opened -> new Result.LoggedIn(opened, codes)))
                        .orElseGet(() -> Mono.just(new Result.NotBegun())));
    }

    private static SessionRequest request(OpenChallenge challenge, Attempt attempt) {
        return SessionRequest.derived(challenge.duration(), challenge.persistent(), attempt.caller());
    }
}
