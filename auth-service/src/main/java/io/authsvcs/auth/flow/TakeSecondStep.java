package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.factor.Challenges;
import io.authsvcs.auth.factor.Code;
import io.authsvcs.auth.flow.Login.Attempt;
import io.authsvcs.auth.flow.Login.Result;
import io.authsvcs.auth.identity.Identity;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What becomes of a login whose password is right, and not enough. */
@Component
class TakeSecondStep {
    private final Challenges challenges;
    private final TryCode tryCode;
    private final OpenByCode openByCode;
    private final ProvePassword provePassword;
    private final Recall recall;

    TakeSecondStep(
            Challenges challenges, TryCode tryCode, OpenByCode openByCode, ProvePassword provePassword, Recall recall) {
        this.challenges = challenges;
        this.tryCode = tryCode;
        this.openByCode = openByCode;
        this.provePassword = provePassword;
        this.recall = recall;
    }

    /** @param identity as it was read before its password was checked */
    Mono<Result> of(Identity identity, Attempt attempt) {
        return switch (attempt.second()) {
            case SecondStep.None none ->
                refuse(identity, attempt).thenReturn(new Result.SecondFactorRequired(Optional.empty(), false));
            case SecondStep.Later later ->
                refuse(identity, attempt).then(Mono.defer(() -> challenge(identity, attempt, false)));
            case SecondStep.Now(Code code) when identity.secondFactor() -> open(identity, code, attempt);
            // There is none yet of which it could be.
            case SecondStep.Now now ->
                refuse(identity, attempt).then(Mono.defer(() -> challenge(identity, attempt, false)));
        };
    }

    private Mono<Void> refuse(Identity identity, Attempt attempt) {
        return provePassword.refuseHalf(identity.subject(), attempt.session().caller());
    }

    private Mono<Result> challenge(Identity identity, Attempt attempt, boolean wrongCode) {
        return challenges
                .issue(identity, attempt.session())
                .map(challenge -> new Result.SecondFactorRequired(Optional.of(challenge), wrongCode));
    }

    private Mono<Result> open(Identity identity, Code code, Attempt attempt) {
        AuditEvent event = AuditEvent.refused(
                        Action.LOGIN, TryCode.WRONG, attempt.session().caller())
                .about(identity.subject());
        return tryCode.once(
                        event,
                        identity.subject(),
                        recall.opened(attempt.key()),
                        openByCode.of(identity, code, attempt.session(), attempt.key()))
                .<Result>map(Result.LoggedIn::new)
                .switchIfEmpty(Mono.defer(() -> challenge(identity, attempt, true)));
    }
}
