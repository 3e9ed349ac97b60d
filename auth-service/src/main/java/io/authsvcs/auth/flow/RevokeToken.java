package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Actor;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.partner.Partner;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.token.RefreshTokens;
import io.authsvcs.auth.token.RefreshTokens.Spendable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A partner ends the session that a token belongs to, with all of its tokens (RFC 7009 §2.1). Too old or spent, whoever
 * holds it may still do so.
 */
@Component
public class RevokeToken {
    private final FindSession findSession;
    private final RefreshTokens refreshTokens;
    private final Sessions sessions;
    private final Audit audit;
    private final Database database;

    RevokeToken(
            FindSession findSession, RefreshTokens refreshTokens, Sessions sessions, Audit audit, Database database) {
        this.findSession = findSession;
        this.refreshTokens = refreshTokens;
        this.sessions = sessions;
        this.audit = audit;
        this.database = database;
    }

    /** Nothing at all for a token that isn't ours. */
    public Mono<Void> revoke(String token, Partner partner, Caller caller) {
        return session(token).flatMap(session -> database.inTransaction(end(session, partner, caller)));
    }

    private Mono<SessionId> session(String token) {
        return Mono.justOrEmpty(refreshTokens.read(token))
                .map(Spendable::session)
                .switchIfEmpty(findSession
                        .of(PresentedToken.of(token))
                        .ofType(FindSession.Result.Found.class)
                        .map(FindSession.Result.Found::session));
    }

    private Mono<Void> end(SessionId session, Partner partner, Caller caller) {
        AuditEvent event = AuditEvent.by(Actor.partner(partner.id().id()), Action.REVOKE_TOKEN, caller);
        return sessions.end(session)
                .flatMap(subject -> audit.record(event.about(subject).at(session.toString())));
    }
}
