package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.factor.Code;
import io.authsvcs.auth.factor.SecondFactor;
import io.authsvcs.auth.factor.SecondFactors;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.Subject;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whoever changes something about their second factor proves both, beside the token that they show. */
@Component
public class ProveBothFactors {
    private final ProveCurrentPassword proveCurrentPassword;
    private final SecondFactors secondFactors;
    private final TryCode tryCode;
    private final Identities identities;
    private final Effects effects;
    private final Audit audit;

    ProveBothFactors(
            ProveCurrentPassword proveCurrentPassword,
            SecondFactors secondFactors,
            TryCode tryCode,
            Identities identities,
            Effects effects,
            Audit audit) {
        this.proveCurrentPassword = proveCurrentPassword;
        this.secondFactors = secondFactors;
        this.tryCode = tryCode;
        this.identities = identities;
        this.effects = effects;
        this.audit = audit;
    }

    /** @param owner whose token was shown */
    public record Proof(Subject owner, Password current, Code code, Optional<IdempotencyKey> key, Caller caller) {}

    /** How a change ends that asks for both. */
    public sealed interface Ending {
        record Done() implements Ending {}

        record WrongPassword() implements Ending {}

        record WrongCode() implements Ending {}

        /** There is no second factor that is active. */
        record NotActive() implements Ending {}

        /** Their sessions were ended meanwhile. */
        record Overtaken() implements Ending {}
    }

    /**
     * Makes a change, once.
     *
     * @param action as which it is remembered, done or refused
     */
    Mono<Ending> then(Action action, Proof proof, Function<SecondFactor, Mono<Void>> change) {
        AuditEvent event = AuditEvent.own(action, proof.owner(), proof.caller());
        return proveCurrentPassword
                .of(proof.owner(), proof.current(), proof.caller())
                .flatMap(holder -> tryCode.once(
                                event, proof.owner(), again(proof), work(holder.identity(), event, proof, change))
                        .defaultIfEmpty(new Ending.WrongCode()))
                .switchIfEmpty(Mono.defer(() -> audit.record(event.refusedFor(ProveCurrentPassword.WRONG))
                        .thenReturn(new Ending.WrongPassword())));
    }

    private Mono<Ending> again(Proof proof) {
        return effects.find(proof.key()).map(done -> new Ending.Done());
    }

    /** Whoever was put out while the password was being checked changes nothing any more. */
    private Mono<Ending> work(
            Identity proved, AuditEvent event, Proof proof, Function<SecondFactor, Mono<Void>> change) {
        return identities
                .find(proof.owner())
                .flatMap(now -> now.isActive() && now.sessionGeneration() == proved.sessionGeneration()
                        ? spend(event, proof, change)
                        : Mono.just(new Ending.Overtaken()));
    }

    private Mono<Ending> spend(AuditEvent event, Proof proof, Function<SecondFactor, Mono<Void>> change) {
        return secondFactors
                .find(proof.owner())
                .filter(SecondFactor::isActive)
                .singleOptional()
                .flatMap(active -> active.map(factor -> secondFactors
                                .spend(factor, proof.code())
                                .flatMap(methods -> apply(factor, event, proof, change)))
                        .orElseGet(() -> Mono.just(new Ending.NotActive())));
    }

    private Mono<Ending> apply(
            SecondFactor factor, AuditEvent event, Proof proof, Function<SecondFactor, Mono<Void>> change) {
        return effects.claim(proof.key(), Effect.of(proof.owner()))
                .then(change.apply(factor))
                .then(audit.record(event))
                .thenReturn(new Ending.Done());
    }
}
