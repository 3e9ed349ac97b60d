package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.token.AccessClaims;
import io.authsvcs.auth.token.AccessTokens;
import io.authsvcs.auth.token.TokenVerdict.Expired;
import io.authsvcs.auth.token.TokenVerdict.Genuine;
import io.authsvcs.auth.token.TokenVerdict.InvalidSignature;
import io.authsvcs.auth.token.TokenVerdict.Malformed;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends the session that a token belongs to: once this has answered, no instance accepts it. */
@Component
public class Logout {
    private final AccessTokens accessTokens;
    private final Sessions sessions;
    private final Audit audit;
    private final Database database;

    Logout(AccessTokens accessTokens, Sessions sessions, Audit audit, Database database) {
        this.accessTokens = accessTokens;
        this.sessions = sessions;
        this.audit = audit;
        this.database = database;
    }

    /** How a logout ends. */
    public sealed interface Result {
        /** Also where the session had ended before. */
        record LoggedOut() implements Result {}

        record NotOurs(Reason reason) implements Result {}
    }

    public Mono<Result> end(String token, Caller caller) {
        return switch (accessTokens.verify(token)) {
            case Genuine(AccessClaims claims) -> end(claims, caller);
            // Too old to be used, but whoever holds it may still end the session that outlives it.
            case Expired(AccessClaims claims) -> end(claims, caller);
            case InvalidSignature invalid -> Mono.just(new Result.NotOurs(Reason.INVALID_SIGNATURE));
            case Malformed malformed -> Mono.just(new Result.NotOurs(Reason.MALFORMED));
        };
    }

    private Mono<Result> end(AccessClaims claims, Caller caller) {
        AuditEvent event = AuditEvent.own(Action.LOGOUT, claims.subject(), caller)
                .at(claims.session().toString());
        return database.inTransaction(sessions.end(claims.session())
                        .filter(endedNow -> endedNow)
                        .flatMap(endedNow -> audit.record(event)))
                .thenReturn(new Result.LoggedOut());
    }
}
