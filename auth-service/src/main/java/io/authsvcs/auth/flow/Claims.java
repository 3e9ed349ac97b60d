package io.authsvcs.auth.flow;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionState;
import io.authsvcs.auth.token.AccessClaims;
import java.time.Instant;
import java.util.Optional;

/**
 * What a token stands for, of whatever kind it is.
 *
 * @param id of the token itself; absent where only its session has one
 * @param expiresAt when the token ends; absent where its session has no end
 */
public record Claims(
        Subject subject, SessionId session, Optional<String> id, Instant issuedAt, Optional<Instant> expiresAt) {
    static Claims of(AccessClaims claims) {
        return new Claims(
                claims.subject(),
                claims.session(),
                Optional.of(claims.id()),
                claims.issuedAt(),
                Optional.of(claims.expiresAt()));
    }

    /** Of a token that lives as long as its session. */
    static Claims of(SessionState session) {
        return new Claims(session.subject(), session.id(), Optional.empty(), session.openedAt(), session.expiresAt());
    }
}
