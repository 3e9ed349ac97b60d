package io.authsvcs.auth.flow;

import io.authsvcs.auth.action.ActionId;
import io.authsvcs.auth.action.Actions;
import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.OwnNames;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.PasswordHash;
import io.authsvcs.auth.credential.PasswordPolicy;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.token.ActionTokens;
import io.authsvcs.auth.token.ActionTokens.Purpose;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody sets another password by the token that was sent to their address. All that was derived from the old one is dead
 * then: every session, every key, and every other token of this kind.
 */
@Component
public class ResetPassword {
    private static final String INVALID = "Invalid or expired token";

    private final ActionTokens tokens;
    private final Actions actions;
    private final Credentials credentials;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final Identities identities;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    ResetPassword(
            ActionTokens tokens,
            Actions actions,
            Credentials credentials,
            Passwords passwords,
            PasswordPolicy policy,
            Identities identities,
            Effects effects,
            Audit audit,
            Database database) {
        this.tokens = tokens;
        this.actions = actions;
        this.credentials = credentials;
        this.passwords = passwords;
        this.policy = policy;
        this.identities = identities;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /** @param wanted one that the password policy has no objection to, whoever sets it */
    public record Attempt(String token, Password wanted, Optional<IdempotencyKey> key, Caller caller) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Attempt[" + caller + "]";
        }
    }

    /** How a reset ends. */
    public sealed interface Result {
        record Reset() implements Result {}

        /**
         * The token is as good as before.
         *
         * @param reason a sentence on why just its owner can't have the password that is wanted
         */
        record Unfit(String reason) implements Result {}

        record Refused() implements Result {}
    }

    public Mono<Result> apply(Attempt attempt) {
        return Mono.justOrEmpty(tokens.read(Purpose.RESET_PASSWORD, attempt.token()))
                .map(id -> new ActionId(Purpose.RESET_PASSWORD, id))
                .flatMap(action -> passwords
                        .hash(attempt.wanted())
                        .flatMap(hash -> database.inTransaction(reset(action, hash, attempt))))
                .defaultIfEmpty(new Result.Refused());
    }

    /** Its owner is held, so that of two resets at once the second finds its token dead. */
    private Mono<Result> reset(ActionId action, PasswordHash hash, Attempt attempt) {
        return actions.lockOwner(action)
                .flatMap(owner -> mayReset(owner)
                        ? policy.objection(attempt.wanted(), OwnNames.of(owner.names()))
                                .<Mono<Result>>map(reason -> Mono.just(new Result.Unfit(reason)))
                                .orElseGet(() -> reset(owner, action, hash, attempt))
                        : refuse(owner, attempt));
    }

    private Mono<Result> reset(Identity owner, ActionId action, PasswordHash hash, Attempt attempt) {
        return actions.use(action).flatMap(used -> used ? replace(owner, hash, attempt) : repeat(owner, attempt));
    }

    private static boolean mayReset(Identity owner) {
        return Actions.eligible(Purpose.RESET_PASSWORD).contains(owner.status());
    }

    private Mono<Result> replace(Identity owner, PasswordHash hash, Attempt attempt) {
        return effects.claim(attempt.key(), Effect.of(owner.subject()))
                .then(credentials.replace(owner.subject(), hash))
                // Whoever was pending has proved their address by this.
                .then(identities.activate(owner.subject()))
                .then(identities.confirmEmail(owner.subject()))
                .then(identities.endSessions(owner.subject()))
                .then(audit.record(AuditEvent.own(Action.RESET_PASSWORD, owner.subject(), attempt.caller())))
                .thenReturn(new Result.Reset());
    }

    /** The token may have been used by this very request. */
    private Mono<Result> repeat(Identity owner, Attempt attempt) {
        return effects.find(attempt.key())
                .<Result>map(done -> new Result.Reset())
                .switchIfEmpty(Mono.defer(() -> refuse(owner, attempt)));
    }

    private Mono<Result> refuse(Identity owner, Attempt attempt) {
        return audit.record(AuditEvent.refused(Action.RESET_PASSWORD, INVALID, attempt.caller())
                        .about(owner.subject()))
                .thenReturn(new Result.Refused());
    }
}
