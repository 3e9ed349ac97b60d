package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Holder;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.ProfileChange;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.identity.TakenIdentifier;
import io.authsvcs.auth.persistence.Database;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody changes what they are known by. An address, to which a new password can be sent, is changed only by whoever
 * knows the password: a token that was stolen is not enough to take an identity over.
 */
@Component
public class ChangeProfile {
    private final Identities identities;
    private final ProveCurrentPassword proveCurrentPassword;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    ChangeProfile(
            Identities identities,
            ProveCurrentPassword proveCurrentPassword,
            Effects effects,
            Audit audit,
            Database database) {
        this.identities = identities;
        this.proveCurrentPassword = proveCurrentPassword;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /** @param current needed where an address is changed */
    public record Attempt(
            Subject subject,
            ProfileChange change,
            Optional<Password> current,
            Optional<IdempotencyKey> key,
            Caller caller) {}

    /** How a change ends. */
    public sealed interface Result {
        record Changed(Identity identity) implements Result {}

        record Taken(TakenIdentifier identifier) implements Result {}

        record WrongPassword() implements Result {}

        /** Their sessions were ended meanwhile. */
        record Overtaken() implements Result {}

        /** Neither an e-mail address nor a phone number would be left. */
        record Unreachable() implements Result {}
    }

    public Mono<Result> change(Attempt attempt) {
        return (attempt.change().changesAddress() ? prove(attempt) : apply(attempt, any -> true))
                .onErrorResume(failure -> Identities.taken(failure)
                        .<Mono<Result>>map(taken -> Mono.just(new Result.Taken(taken)))
                        .orElseGet(() -> Mono.error(failure)));
    }

    /** Whoever was put out while the password was being checked changes nothing any more. */
    private Mono<Result> prove(Attempt attempt) {
        return Mono.justOrEmpty(attempt.current())
                .flatMap(password -> proveCurrentPassword.of(attempt.subject(), password, attempt.caller()))
                .map(Holder::identity)
                .flatMap(proved ->
                        apply(attempt, now -> now.isActive() && now.sessionGeneration() == proved.sessionGeneration()))
                .switchIfEmpty(Mono.defer(() -> again(attempt)))
                .defaultIfEmpty(new Result.WrongPassword());
    }

    private Mono<Result> apply(Attempt attempt, Predicate<Identity> isStill) {
        return database.inTransaction(identities
                .lock(attempt.subject())
                .then(Mono.defer(() -> again(attempt)))
                .switchIfEmpty(Mono.defer(() -> applyFirst(attempt, isStill))));
    }

    /** What was changed stays so, whatever has become of the password or the sessions meanwhile. */
    private Mono<Result> again(Attempt attempt) {
        return effects.find(attempt.key())
                .flatMap(done -> identities.find(attempt.subject()))
                .map(Result.Changed::new);
    }

    private Mono<Result> applyFirst(Attempt attempt, Predicate<Identity> isStill) {
        return identities
                .find(attempt.subject())
                .flatMap(identity -> isStill.test(identity) ? write(attempt) : Mono.just(new Result.Overtaken()));
    }

    private Mono<Result> write(Attempt attempt) {
        AuditEvent event = AuditEvent.own(Action.CHANGE_PROFILE, attempt.subject(), attempt.caller());
        return identities
                .change(attempt.subject(), attempt.change())
                .flatMap(identity -> effects.claim(attempt.key(), Effect.of(attempt.subject()))
                        .then(Mono.defer(() -> audit.record(event)))
                        .thenReturn(identity))
                .<Result>map(Result.Changed::new)
                .defaultIfEmpty(new Result.Unreachable());
    }
}
