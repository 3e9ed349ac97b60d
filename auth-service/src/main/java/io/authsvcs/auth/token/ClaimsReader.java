package io.authsvcs.auth.token;

import io.authsvcs.auth.identity.Identifier.UserId;
import io.authsvcs.auth.session.SessionId;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads claims that one of our keys has vouched for, in time or not: what isn't as we write it isn't ours. */
@Component
class ClaimsReader {
    private final String issuer;
    private final String audience;

    ClaimsReader(TokenSettings settings) {
        issuer = settings.issuer();
        audience = settings.audience();
    }

    Optional<AccessClaims> read(Claims claims) {
        try {
            return isForUs(claims) ? whose(claims) : Optional.empty();
        } catch (JwtException | IllegalArgumentException ofAnotherType) {
            return Optional.empty();
        }
    }

    private boolean isForUs(Claims claims) {
        return issuer.equals(claims.getIssuer())
                && Optional.ofNullable(claims.getAudience())
                        .filter(named -> named.contains(audience))
                        .isPresent();
    }

    private static Optional<AccessClaims> whose(Claims claims) {
        Optional<UserId> user = Optional.ofNullable(claims.getSubject()).flatMap(UserId::parse);
        Optional<SessionId> session =
                Optional.ofNullable(claims.get(JwtClaims.SESSION, String.class)).flatMap(SessionId::parse);
        return isDated(claims) && user.isPresent() && session.isPresent()
                ? Optional.of(new AccessClaims(
                        user.get().subject(),
                        session.get(),
                        claims.getId(),
                        claims.getIssuedAt().toInstant(),
                        claims.getExpiration().toInstant()))
                : Optional.empty();
    }

    private static boolean isDated(Claims claims) {
        return claims.containsKey(Claims.ID)
                && claims.containsKey(Claims.ISSUED_AT)
                && claims.containsKey(Claims.EXPIRATION);
    }
}
