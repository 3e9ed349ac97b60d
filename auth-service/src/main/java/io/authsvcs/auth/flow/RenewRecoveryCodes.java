package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.factor.RecoveryCode;
import io.authsvcs.auth.factor.SecondFactors;
import io.authsvcs.auth.flow.ProveBothFactors.Ending;
import io.authsvcs.auth.flow.ProveBothFactors.Proof;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody gets other recovery codes; those from before are dead. */
@Component
public class RenewRecoveryCodes {
    private final ProveBothFactors proveBothFactors;
    private final SecondFactors secondFactors;

    RenewRecoveryCodes(ProveBothFactors proveBothFactors, SecondFactors secondFactors) {
        this.proveBothFactors = proveBothFactors;
        this.secondFactors = secondFactors;
    }

    /** @param recoveryCodes that are good where it was done */
    public record Result(Ending ending, List<RecoveryCode> recoveryCodes) {}

    public Mono<Result> renew(Proof proof) {
        List<RecoveryCode> codes = secondFactors.newRecoveryCodes(proof.key());
        return proveBothFactors
                .then(Action.RENEW_RECOVERY_CODES, proof, factor -> secondFactors.renew(factor, codes))
                .map(ending -> new Result(ending, codes));
    }
}
