package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.throttle.Throttle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a code of somebody's second factor be tried, as often as that may be, and does what a right one is good for. */
@Component
class TryCode {
    static final String WRONG = "Wrong code";

    private final Throttle throttle;
    private final Identities identities;
    private final Audit audit;
    private final Database database;

    TryCode(Throttle throttle, Identities identities, Audit audit, Database database) {
        this.throttle = throttle;
        this.identities = identities;
        this.audit = audit;
        this.database = database;
    }

    /**
     * Empty where the code is wrong, which then counts, and is on record. Its owner is held meanwhile: of two requests
     * with the same code the second finds it spent, or, where it is the first one again, what that has done.
     *
     * @param refusal what is recorded of a wrong code
     * @param again what this very request has led to before; empty where it hasn't
     * @param work what is to be done; empty, and nothing written, where the code is wrong
     */
    <T> Mono<T> once(AuditEvent refusal, Subject owner, Mono<T> again, Mono<T> work) {
        return throttle.chargeCode(
                        owner,
                        charge -> database.inTransaction(identities
                                .lock(owner)
                                .then(again)
                                .switchIfEmpty(work)
                                .flatMap(done -> throttle.refund(charge).thenReturn(done))))
                .switchIfEmpty(
                        Mono.defer(() -> audit.record(refusal.refusedFor(WRONG)).then(Mono.empty())));
    }
}
