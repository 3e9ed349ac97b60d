package io.authsvcs.auth.flow;

import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.session.OpenedSession;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.token.AccessTokens;
import io.authsvcs.auth.token.RefreshToken;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The last station of every way in: a session in the database, then tokens for it. */
@Component
class OpenSession {
    private final SecureRandom random = new SecureRandom();
    private final Sessions sessions;
    private final AccessTokens accessTokens;

    OpenSession(Sessions sessions, AccessTokens accessTokens) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
    }

    Mono<Grant> grant(Identity identity, SessionRequest request) {
        return open(identity, request).flatMap(this::issue);
    }

    /** Only the session, so that it can be part of a transaction, which no signing should hold open. */
    Mono<Opened> open(Identity identity, SessionRequest request) {
        RefreshToken refreshToken = RefreshToken.next(random);
        return sessions.open(identity, request, refreshToken.hash())
                .map(session -> new Opened(identity, session, refreshToken));
    }

    Mono<Grant> issue(Opened opened) {
        return accessTokens
                .issue(opened.identity(), opened.session())
                .map(token -> new Grant(opened.identity().subject(), token, opened.refreshToken()));
    }

    record Opened(Identity identity, OpenedSession session, RefreshToken refreshToken) {}
}
