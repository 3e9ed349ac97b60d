package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Holder;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.credential.Precedence;
import io.authsvcs.auth.factor.SecondFactorPolicy;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.throttle.Account;
import io.authsvcs.auth.throttle.Charge;
import io.authsvcs.auth.throttle.Throttle;
import io.authsvcs.auth.throttle.Try;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody proves by a password that they are who they say, as often as they may try. Whoever they are, and whether or not,
 * it takes the same time; but for a wrong password where the hash is an imported one that costs more than ours, until its
 * owner's first login.
 */
@Component
class ProvePassword {
    private static final String INVALID = "Invalid credentials";
    private static final String HALF = "Second factor required";

    private final Credentials credentials;
    private final Passwords passwords;
    private final Throttle throttle;
    private final RenewHash renewHash;
    private final SecondFactorPolicy policy;
    private final Audit audit;

    ProvePassword(
            Credentials credentials,
            Passwords passwords,
            Throttle throttle,
            RenewHash renewHash,
            SecondFactorPolicy policy,
            Audit audit) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
        this.renewHash = renewHash;
        this.policy = policy;
        this.audit = audit;
    }

    /** How a proof ends. */
    sealed interface Proof {
        /**
         * The password is right; whether its owner may log in is another question.
         *
         * @param charge to be given back to whoever is let in, and to nobody else: they would learn that they were right
         */
        record Right(Holder holder, Charge charge) implements Proof {}

        /**
         * The password is right, and not enough.
         *
         * @param charge to be given back to whoever is told so
         */
        record Half(Holder holder, Charge charge) implements Proof {}

        /** @param subject whose password it isn't, if there is anybody */
        record Wrong(Optional<Subject> subject) implements Proof {}
    }

    /**
     * Puts a login on record that fails by it.
     *
     * @param identifier absent where what was typed can't be anybody's
     */
    Mono<Proof> of(Optional<Identifier> identifier, Password password, Caller caller) {
        return prove(identifier, password, caller).flatMap(proof -> switch (proof) {
            case Proof.Right right -> Mono.just(right);
            case Proof.Half half -> Mono.just(half);
            case Proof.Wrong wrong -> refuse(wrong.subject(), caller).thenReturn(wrong);
        });
    }

    /** Puts on record that somebody may not log in, who is who they say. */
    Mono<Void> refuse(Subject subject, Caller caller) {
        return refuse(Optional.of(subject), caller);
    }

    /** Puts on record that somebody's password wasn't enough. */
    Mono<Void> refuseHalf(Subject subject, Caller caller) {
        return audit.record(AuditEvent.refused(Action.LOGIN, HALF, caller).about(subject));
    }

    /** What was typed is not recorded: it may have been a password. */
    private Mono<Void> refuse(Optional<Subject> subject, Caller caller) {
        AuditEvent event = AuditEvent.refused(Action.LOGIN, INVALID, caller);
        return audit.record(subject.map(event::about).orElse(event));
    }

    private Mono<Proof> prove(Optional<Identifier> identifier, Password password, Caller caller) {
        // What a browser says it is known by is looked at only when the account is known.
        return passwords
                .requireRoom(precedence(caller.device().isPresent()))
                .then(Mono.justOrEmpty(identifier))
                .flatMap(credentials::find)
                .singleOptional()
                .flatMap(holder -> throttle.charge(
                        new Try(account(holder, identifier), password, caller),
                        charge -> prove(holder, password, charge)));
    }

    private static Account account(Optional<Holder> holder, Optional<Identifier> identifier) {
        return Account.of(holder.map(known -> known.identity().subject()), identifier);
    }

    private Mono<Proof> prove(Optional<Holder> holder, Password password, Charge charge) {
        return holder.map(found -> prove(found, password, charge))
                .orElseGet(() -> passwords.spend().thenReturn(new Proof.Wrong(Optional.empty())));
    }

    private Mono<Proof> prove(Holder holder, Password password, Charge charge) {
        return passwords
                .verify(password, holder.passwordHash(), precedence(charge.isOfKnownDevice()))
                .flatMap(right -> right
                        ? renew(holder, password).thenReturn(right(holder, charge))
                        : Mono.just(
                                new Proof.Wrong(Optional.of(holder.identity().subject()))));
    }

    private static Precedence precedence(boolean known) {
        return known ? Precedence.KNOWN : Precedence.STRANGER;
    }

    private Proof right(Holder holder, Charge charge) {
        return policy.asks(holder.identity()) ? new Proof.Half(holder, charge) : new Proof.Right(holder, charge);
    }

    /** A right password of somebody inactive takes as long, and changes nothing. */
    private Mono<Void> renew(Holder holder, Password password) {
        if (holder.identity().isActive()) {
            return renewHash.of(holder, password);
        }
        return passwords.isOutdated(holder.passwordHash()) ? passwords.spend().then() : Mono.empty();
    }
}
