package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.factor.Code;
import io.authsvcs.auth.factor.SecondFactor;
import io.authsvcs.auth.factor.SecondFactors;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.session.Methods;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens a session for somebody who has proved their password, by a code of their second factor. */
@Component
class OpenByCode {
    private final SecondFactors secondFactors;
    private final OpenSession openSession;
    private final Effects effects;
    private final Audit audit;

    OpenByCode(SecondFactors secondFactors, OpenSession openSession, Effects effects, Audit audit) {
        this.secondFactors = secondFactors;
        this.openSession = openSession;
        this.effects = effects;
        this.audit = audit;
    }

    /**
     * Part of the caller's transaction. Empty where the code is wrong.
     *
     * @param identity as it was read before its password was checked
     */
    Mono<Opened> of(Identity identity, Code code, SessionRequest request, Optional<IdempotencyKey> key) {
        return secondFactors
                .find(identity.subject())
                .filter(SecondFactor::isActive)
                .flatMap(factor -> secondFactors.spend(factor, code))
                .flatMap(methods -> by(methods, identity, request, key));
    }

    /** The same for somebody whose code was looked at already. */
    Mono<Opened> by(Methods methods, Identity identity, SessionRequest request, Optional<IdempotencyKey> key) {
        SessionId session = SessionId.next();
        return effects.claim(key, Effect.signedIn(identity.subject(), session, 0))
                .flatMap(first -> openSession.of(session, identity, methods, request))
                .flatMap(opened -> record(methods, opened, request).thenReturn(opened));
    }

    private Mono<Void> record(Methods methods, Opened opened, SessionRequest request) {
        String session = opened.turn().session().toString();
        AuditEvent login = AuditEvent.own(Action.LOGIN, opened.identity().subject(), request.caller())
                .at(session);
        AuditEvent recovery = AuditEvent.own(
                        Action.USE_RECOVERY_CODE, opened.identity().subject(), request.caller())
                .at(session);
        return methods == Methods.RECOVERY_CODE
                ? audit.record(recovery).then(audit.record(login))
                : audit.record(login);
    }
}
