package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Holder;
import io.authsvcs.auth.credential.OwnNames;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.PasswordHash;
import io.authsvcs.auth.credential.PasswordPolicy;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identifier.UserId;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionState;
import io.authsvcs.auth.session.SessionState.Life;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.session.Turns;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody gives themselves another password. Every session and every key from before is dead then, the one at hand
 * included: it goes on as a new session, of which the answer brings the tokens.
 */
@Component
public class ChangePassword {
    private final ValidateToken validateToken;
    private final PasswordPolicy policy;
    private final Credentials credentials;
    private final Passwords passwords;
    private final ProveCurrentPassword proveCurrentPassword;
    private final Identities identities;
    private final Sessions sessions;
    private final Turns turns;
    private final Recall recall;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    ChangePassword(
            ValidateToken validateToken,
            PasswordPolicy policy,
            Credentials credentials,
            Passwords passwords,
            ProveCurrentPassword proveCurrentPassword,
            Identities identities,
            Sessions sessions,
            Turns turns,
            Recall recall,
            Effects effects,
            Audit audit,
            Database database) {
        this.validateToken = validateToken;
        this.policy = policy;
        this.credentials = credentials;
        this.passwords = passwords;
        this.proveCurrentPassword = proveCurrentPassword;
        this.identities = identities;
        this.sessions = sessions;
        this.turns = turns;
        this.recall = recall;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /**
     * @param wanted one that the password policy has no objection to, whoever sets it
     */
    public record Attempt(
            PresentedToken token, Proof proof, Password wanted, Optional<IdempotencyKey> key, Caller caller) {}

    /** What shows, beside the token, that it is its owner who asks. */
    public sealed interface Proof {
        record CurrentPassword(Password password) implements Proof {}

        /** @param within how long ago the login may have been at most; zero: any time */
        record RecentLogin(Duration within) implements Proof {}
    }

    /** How a change of password ends. */
    public sealed interface Result {
        record Changed(Opened opened) implements Result {}

        record WrongPassword() implements Result {}

        /** @param reason a sentence on why just this person can't have the password that is wanted */
        record Unfit(String reason) implements Result {}

        /** The login was too long ago to go by it alone, or through a partner. */
        record StaleLogin() implements Result {}

        /** The token that came with it is not to be believed. */
        record Refused(Reason reason) implements Result {}
    }

    /** What was done before comes first: its repetition brings a token that it has itself put to death. */
    public Mono<Result> change(Attempt attempt) {
        return recall.opened(attempt.key())
                .<Result>map(Result.Changed::new)
                .switchIfEmpty(Mono.defer(() -> validateToken.check(attempt.token()))
                        .flatMap(verdict -> switch (verdict) {
                            case Verdict.Valid valid ->
                                suffices(attempt.proof(), valid.session())
                                        .flatMap(enough -> enough
                                                ? change(valid.claims(), attempt)
                                                : Mono.just(new Result.StaleLogin()));
                            case Verdict.Invalid(Reason reason) ->
                                unlessDone(attempt, Mono.just(new Result.Refused(reason)));
                        }));
    }

    private Mono<Result> change(Claims claims, Attempt attempt) {
        return credentials
                .find(new UserId(claims.subject()))
                .flatMap(holder -> policy.objection(
                                attempt.wanted(), OwnNames.of(holder.identity().names()))
                        .<Mono<Result>>map(reason -> Mono.just(new Result.Unfit(reason)))
                        .orElseGet(() -> change(holder, claims, attempt)));
    }

    private Mono<Result> change(Holder holder, Claims claims, Attempt attempt) {
        return hash(holder, attempt)
                .flatMap(hash -> replace(holder, hash, claims, attempt))
                .switchIfEmpty(Mono.defer(() -> unlessDone(attempt, refuse(claims, attempt))));
    }

    /** A partner who holds somebody's key has not seen them log in: the key alone changes no password. */
    private Mono<Boolean> suffices(Proof proof, SessionState session) {
        return switch (proof) {
            case Proof.CurrentPassword current -> Mono.just(true);
            case Proof.RecentLogin recent when session.partner().isPresent() -> Mono.just(false);
            case Proof.RecentLogin(Duration within) when within.isZero() -> Mono.just(true);
            case Proof.RecentLogin(Duration within) -> sessions.isOpenedWithin(within, session.id());
        };
    }

    /** Of the password that is wanted; nothing without the one that there is. */
    private Mono<PasswordHash> hash(Holder holder, Attempt attempt) {
        return switch (attempt.proof()) {
            case Proof.CurrentPassword(Password password) ->
                proveCurrentPassword.exchange(password, holder, attempt.wanted(), attempt.caller());
            case Proof.RecentLogin recent -> passwords.hash(attempt.wanted());
        };
    }

    /** What looks like a reason to refuse may be the work of this very request, which another instance has just done. */
    private Mono<Result> unlessDone(Attempt attempt, Mono<Result> refusal) {
        return recall.opened(attempt.key()).<Result>map(Result.Changed::new).switchIfEmpty(Mono.defer(() -> refusal));
    }

    private Mono<Result> replace(Holder holder, PasswordHash hash, Claims claims, Attempt attempt) {
        return database.inTransaction(opened(holder, hash, claims, attempt))
                .<Result>map(Result.Changed::new)
                // Somebody was quicker: with another password, or by ending the session.
                .switchIfEmpty(unlessDone(attempt, Mono.just(new Result.Refused(Reason.SESSION_REVOKED))));
    }

    private Mono<Opened> opened(Holder holder, PasswordHash hash, Claims claims, Attempt attempt) {
        SessionId next = SessionId.next();
        return identities
                .lock(claims.subject())
                .then(Mono.defer(() -> turns.lock(claims.session())))
                .filter(session -> session.life() == Life.ALIVE)
                .flatMap(session -> credentials.replace(holder, hash))
                .filter(replaced -> replaced)
                .flatMap(replaced -> effects.claim(attempt.key(), Effect.signedIn(claims.subject(), next, 0)))
                .flatMap(first -> identities.endSessions(claims.subject()))
                .flatMap(identity ->
                        sessions.replace(claims.session(), next, identity).map(turn -> new Opened(identity, turn)))
                .flatMap(opened -> audit.record(event(claims, attempt)).thenReturn(opened));
    }

    private Mono<Result> refuse(Claims claims, Attempt attempt) {
        return audit.record(event(claims, attempt).refusedFor(ProveCurrentPassword.WRONG))
                .thenReturn(new Result.WrongPassword());
    }

    private static AuditEvent event(Claims claims, Attempt attempt) {
        return AuditEvent.own(Action.CHANGE_PASSWORD, claims.subject(), attempt.caller());
    }
}
