package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.factor.Code;
import io.authsvcs.auth.factor.RecoveryCode;
import io.authsvcs.auth.factor.SecondFactor;
import io.authsvcs.auth.factor.SecondFactors;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Identity;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes a second factor active, by a first code of it. Every session of its owner ends: it was opened by one factor. */
@Component
class ActivateFactor {
    private final SecondFactors secondFactors;
    private final Identities identities;
    private final Audit audit;

    ActivateFactor(SecondFactors secondFactors, Identities identities, Audit audit) {
        this.secondFactors = secondFactors;
        this.identities = identities;
        this.audit = audit;
    }

    /** Part of the caller's transaction. Its owner as they are then; empty where the code is wrong. */
    Mono<Identity> of(SecondFactor pending, Code code, List<RecoveryCode> codes, Caller caller) {
        return secondFactors
                .confirm(pending, code, codes)
                .filter(confirmed -> confirmed)
                .flatMap(confirmed -> identities.endSessions(pending.owner()))
                .flatMap(identity -> audit.record(AuditEvent.own(Action.CONFIRM_SECOND_FACTOR, pending.owner(), caller))
                        .thenReturn(identity));
    }
}
