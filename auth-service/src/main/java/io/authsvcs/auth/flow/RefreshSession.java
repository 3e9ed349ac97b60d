package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.factor.SecondFactorPolicy;
import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.LockedSession;
import io.authsvcs.auth.session.SessionTurn;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.session.Turns;
import io.authsvcs.auth.token.RefreshTokens;
import io.authsvcs.auth.token.RefreshTokens.Spendable;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A refresh token is spent for the next pair (RFC 9700 §4.14.2). One that was spent before has been stolen, from whoever
 * uses it now or from whoever used it first: the session ends.
 */
@Component
public class RefreshSession {
    private static final String REUSED = "Refresh token reused";

    private final RefreshTokens refreshTokens;
    private final Turns turns;
    private final Sessions sessions;
    private final Identities identities;
    private final SecondFactorPolicy policy;
    private final Recall recall;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    RefreshSession(
            RefreshTokens refreshTokens,
            Turns turns,
            Sessions sessions,
            Identities identities,
            SecondFactorPolicy policy,
            Recall recall,
            Effects effects,
            Audit audit,
            Database database) {
        this.refreshTokens = refreshTokens;
        this.turns = turns;
        this.sessions = sessions;
        this.identities = identities;
        this.policy = policy;
        this.recall = recall;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    public record Attempt(String token, Optional<IdempotencyKey> key, Caller caller) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Attempt[" + caller + "]";
        }
    }

    /** How a refresh ends. */
    public sealed interface Result {
        record Refreshed(Opened opened) implements Result {}

        /** Spent before; the session has ended. */
        record Reused() implements Result {}

        /** Not one of ours, or of a session that is over. */
        record Refused(Reason reason) implements Result {}
    }

    /** What the transaction concluded, before anything is signed. */
    private sealed interface Decision {
        record Turned(Opened opened) implements Decision {}

        record Repeated() implements Decision {}

        record Ended(Result result) implements Decision {}
    }

    public Mono<Result> spend(Attempt attempt) {
        return Mono.justOrEmpty(refreshTokens.read(attempt.token()))
                .flatMap(spendable -> database.inTransaction(decide(spendable, attempt)))
                .flatMap(decision -> conclude(decision, attempt))
                .defaultIfEmpty(new Result.Refused(Reason.MALFORMED));
    }

    private Mono<Decision> decide(Spendable spendable, Attempt attempt) {
        return turns.lock(spendable.session())
                .flatMap(session -> switch (session.life()) {
                    case ALIVE ->
                        policy.allows(session.turn().methods(), session.roles())
                                ? decide(spendable, session, attempt)
                                : refuse(Reason.SESSION_REVOKED);
                    case ENDED -> refuse(Reason.SESSION_REVOKED);
                    case EXPIRED -> refuse(Reason.EXPIRED);
                    case OWNER_INACTIVE -> refuse(Reason.USER_INACTIVE);
                })
                .switchIfEmpty(refuse(Reason.SESSION_REVOKED));
    }

    private Mono<Decision> decide(Spendable spendable, LockedSession session, Attempt attempt) {
        return switch (turns.judge(spendable.turn(), session)) {
            case UNSPENT -> turn(session, attempt);
            case JUST_SPENT -> opened(session, session.turn());
            // The same request again, however late, is no theft.
            case SPENT ->
                effects.find(attempt.key())
                        .<Decision>map(done -> new Decision.Repeated())
                        .switchIfEmpty(Mono.defer(() -> end(session, attempt)));
        };
    }

    private Mono<Decision> turn(LockedSession session, Attempt attempt) {
        return turns.advance(session.turn().session())
                .flatMap(next -> effects.claim(
                                attempt.key(), Effect.signedIn(session.subject(), next.session(), next.number()))
                        .then(audit.record(AuditEvent.own(Action.REFRESH, session.subject(), attempt.caller())
                                .at(next.session().toString())))
                        .then(opened(session, next)));
    }

    private Mono<Decision> opened(LockedSession session, SessionTurn turn) {
        return identities.find(session.subject()).map(identity -> new Decision.Turned(new Opened(identity, turn)));
    }

    private Mono<Decision> end(LockedSession session, Attempt attempt) {
        AuditEvent event = AuditEvent.refused(Action.REFRESH, REUSED, attempt.caller())
                .about(session.subject())
                .at(session.turn().session().toString());
        return sessions.end(session.turn().session())
                .then(audit.record(event))
                .thenReturn(new Decision.Ended(new Result.Reused()));
    }

    private Mono<Result> conclude(Decision decision, Attempt attempt) {
        return switch (decision) {
            case Decision.Turned(Opened opened) -> Mono.just(new Result.Refreshed(opened));
            case Decision.Repeated repeated -> recall.opened(attempt.key()).map(Result.Refreshed::new);
            case Decision.Ended(Result result) -> Mono.just(result);
        };
    }

    private static Mono<Decision> refuse(Reason reason) {
        return Mono.just(new Decision.Ended(new Result.Refused(reason)));
    }
}
