package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Holder;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.PasswordHash;
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
import io.authsvcs.auth.session.SessionState.Life;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.session.Turns;
import io.authsvcs.auth.token.AccessClaims;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody gives themselves another password. Every session and every key from before is dead then, the one at hand
 * included: it goes on as a new session, of which the answer brings the tokens.
 */
@Component
public class ChangePassword {
    private static final String WRONG = "Wrong current password";

    private final ValidateToken validateToken;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Identities identities;
    private final Sessions sessions;
    private final Turns turns;
    private final IssueGrant issueGrant;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    ChangePassword(
            ValidateToken validateToken,
            Credentials credentials,
            Passwords passwords,
            Identities identities,
            Sessions sessions,
            Turns turns,
            IssueGrant issueGrant,
            Effects effects,
            Audit audit,
            Database database) {
        this.validateToken = validateToken;
        this.credentials = credentials;
        this.passwords = passwords;
        this.identities = identities;
        this.sessions = sessions;
        this.turns = turns;
        this.issueGrant = issueGrant;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /** @param wanted one that the password policy has no objection to */
    public record Attempt(
            String token, Password current, Password wanted, Optional<IdempotencyKey> key, Caller caller) {}

    /** How a change of password ends. */
    public sealed interface Result {
        record Changed(Grant grant) implements Result {}

        record WrongPassword() implements Result {}

        /** The token that came with it is not to be believed. */
        record Refused(Reason reason) implements Result {}
    }

    /** What was done before comes first: its repetition brings a token that it has itself put to death. */
    public Mono<Result> change(Attempt attempt) {
        return issueGrant
                .again(attempt.key())
                .<Result>map(Result.Changed::new)
                .switchIfEmpty(Mono.defer(() -> validateToken.check(attempt.token()))
                        .flatMap(verdict -> switch (verdict) {
                            case Verdict.Valid valid -> change(valid.claims(), attempt);
                            case Verdict.Invalid(Reason reason) ->
                                unlessDone(attempt, Mono.just(new Result.Refused(reason)));
                        }));
    }

    private Mono<Result> change(AccessClaims claims, Attempt attempt) {
        return credentials
                .find(new UserId(claims.subject()))
                .flatMap(holder -> passwords
                        .verify(attempt.current(), holder.passwordHash())
                        .flatMap(right -> right
                                ? replace(holder, claims, attempt)
                                : unlessDone(attempt, refuse(claims, attempt))));
    }

    /** What looks like a reason to refuse may be the work of this very request, which another instance has just done. */
    private Mono<Result> unlessDone(Attempt attempt, Mono<Result> refusal) {
        return issueGrant
                .again(attempt.key())
                .<Result>map(Result.Changed::new)
                .switchIfEmpty(Mono.defer(() -> refusal));
    }

    private Mono<Result> replace(Holder holder, AccessClaims claims, Attempt attempt) {
        return passwords
                .hash(attempt.wanted())
                .flatMap(hash -> database.inTransaction(replace(holder, hash, claims, attempt)))
                .flatMap(issueGrant::of)
                .<Result>map(Result.Changed::new)
                // Somebody was quicker: with another password, or by ending the session.
                .switchIfEmpty(unlessDone(attempt, Mono.just(new Result.Refused(Reason.SESSION_REVOKED))));
    }

    private Mono<Opened> replace(Holder holder, PasswordHash hash, AccessClaims claims, Attempt attempt) {
        SessionId next = SessionId.next();
        return identities
                .lock(claims.subject())
                .then(Mono.defer(() -> turns.lock(claims.session())))
                .filter(session -> session.life() == Life.ALIVE)
                .flatMap(session -> credentials.replace(claims.subject(), holder.passwordHash(), hash))
                .filter(replaced -> replaced)
                .flatMap(replaced -> effects.claim(attempt.key(), Effect.signedIn(claims.subject(), next, 0)))
                .flatMap(first -> identities.endSessions(claims.subject()))
                .flatMap(identity ->
                        sessions.replace(claims.session(), next, identity).map(turn -> new Opened(identity, turn)))
                .flatMap(opened -> audit.record(event(claims, attempt)).thenReturn(opened));
    }

    private Mono<Result> refuse(AccessClaims claims, Attempt attempt) {
        return audit.record(event(claims, attempt).refusedFor(WRONG)).thenReturn(new Result.WrongPassword());
    }

    private static AuditEvent event(AccessClaims claims, Attempt attempt) {
        return AuditEvent.own(Action.CHANGE_PASSWORD, claims.subject(), attempt.caller());
    }
}
