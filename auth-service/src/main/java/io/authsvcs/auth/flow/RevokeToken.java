package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Actor;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.partner.Partner;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.LockedSession;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.session.Turns;
import io.authsvcs.auth.token.AccessTokens;
import io.authsvcs.auth.token.RefreshTokens;
import io.authsvcs.auth.token.RefreshTokens.Spendable;
import io.authsvcs.auth.token.TokenVerdict.Expired;
import io.authsvcs.auth.token.TokenVerdict.Genuine;
import io.authsvcs.auth.token.TokenVerdict.InvalidSignature;
import io.authsvcs.auth.token.TokenVerdict.Malformed;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A partner ends the session that a token belongs to, with all of its tokens (RFC 7009 §2.1). Too old or spent, whoever
 * holds it may still do so.
 */
@Component
public class RevokeToken {
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Turns turns;
    private final Sessions sessions;
    private final Audit audit;
    private final Database database;

    RevokeToken(
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            Turns turns,
            Sessions sessions,
            Audit audit,
            Database database) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.turns = turns;
        this.sessions = sessions;
        this.audit = audit;
        this.database = database;
    }

    /** Nothing at all for a token that isn't ours. */
    public Mono<Void> revoke(String token, Partner partner, Caller caller) {
        return Mono.justOrEmpty(session(token))
                .flatMap(session -> database.inTransaction(turns.lock(session)
                        .flatMap(locked -> end(
                                locked,
                                AuditEvent.by(Actor.partner(partner.id().id()), Action.REVOKE_TOKEN, caller)))));
    }

    private Optional<SessionId> session(String token) {
        return switch (accessTokens.verify(token)) {
            case Genuine genuine -> Optional.of(genuine.claims().session());
            case Expired expired -> Optional.of(expired.claims().session());
            case InvalidSignature forged -> Optional.empty();
            case Malformed noJwt -> refreshTokens.read(token).map(Spendable::session);
        };
    }

    private Mono<Void> end(LockedSession locked, AuditEvent event) {
        SessionId session = locked.turn().session();
        return sessions.end(session)
                .filter(endedNow -> endedNow)
                .flatMap(endedNow -> audit.record(event.about(locked.subject()).at(session.toString())));
    }
}
