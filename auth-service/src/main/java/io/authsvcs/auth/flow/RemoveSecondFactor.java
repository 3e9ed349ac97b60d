package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.factor.SecondFactorPolicy;
import io.authsvcs.auth.factor.SecondFactors;
import io.authsvcs.auth.flow.ProveBothFactors.Ending;
import io.authsvcs.auth.flow.ProveBothFactors.Proof;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody goes back to their password alone, where none of their roles forbids that. */
@Component
public class RemoveSecondFactor {
    private static final String DEMANDED = "A role demands a second factor";

    private final ProveBothFactors proveBothFactors;
    private final SecondFactors secondFactors;
    private final SecondFactorPolicy policy;
    private final Audit audit;

    RemoveSecondFactor(
            ProveBothFactors proveBothFactors, SecondFactors secondFactors, SecondFactorPolicy policy, Audit audit) {
        this.proveBothFactors = proveBothFactors;
        this.secondFactors = secondFactors;
        this.policy = policy;
        this.audit = audit;
    }

    /** How it ends. */
    public sealed interface Result {
        record Tried(Ending ending) implements Result {}

        /** @param reason a sentence */
        record Forbidden(String reason) implements Result {}
    }

    /** @param roles that the owner has now */
    public Mono<Result> remove(Proof proof, List<String> roles) {
        return policy.demandsOneOf(roles)
                ? audit.record(AuditEvent.own(Action.REMOVE_SECOND_FACTOR, proof.owner(), proof.caller())
                                .refusedFor(DEMANDED))
                        .thenReturn(new Result.Forbidden(DEMANDED))
                : proveBothFactors
                        .then(
                                Action.REMOVE_SECOND_FACTOR,
                                proof,
                                factor -> secondFactors.remove(factor.owner()).then())
                        .map(Result.Tried::new);
    }
}
