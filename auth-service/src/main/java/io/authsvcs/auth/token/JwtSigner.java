package io.authsvcs.auth.token;

import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.session.SessionTurn;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes JWTs: RS256, with the claims of seed 001 beside the registered ones. */
@Component
class JwtSigner {
    private final KeyRing keys;
    private final TokenSettings settings;

    JwtSigner(KeyRing keys, TokenSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    IssuedToken sign(Identity identity, SessionTurn turn) {
        SigningKey key = keys.current();
        // A JWT counts in seconds (RFC 7519 §2, NumericDate). The turn's time, not ours: a repeated answer is the same
        // token.
        Instant issuedAt = turn.at().truncatedTo(ChronoUnit.SECONDS);
        Instant end = issuedAt.plus(settings.lifetime());
        Instant expiresAt = turn.expiresAt()
                .map(sessionEnd -> sessionEnd.truncatedTo(ChronoUnit.SECONDS))
                .filter(end::isAfter)
                .orElse(end);
        JwtBuilder jwt = Jwts.builder()
                .header()
                .keyId(key.kid())
                .type("JWT")
                .and()
                .issuer(settings.issuer())
                .subject(identity.subject().toString())
                .audience()
                .add(settings.audience())
                .and()
                .issuedAt(Date.from(issuedAt))
                .expiration(Date.from(expiresAt))
                // One turn may be signed more than once, at different times.
                .id(turn.session() + "." + turn.number() + "." + ChronoUnit.MICROS.between(Instant.EPOCH, turn.at()))
                .claim(JwtClaims.SESSION, turn.session().toString())
                .claim(JwtClaims.SEED_ISSUER, JwtClaims.SEED_ISSUER_VALUE)
                .claim(JwtClaims.USER_ID, identity.subject().toString())
                .claim(JwtClaims.ROLES, identity.roles())
                .claim(JwtClaims.SCOPE, String.join(" ", identity.roles()))
                .claim(JwtClaims.METHODS, turn.methods().amr());
        claim(jwt, JwtClaims.USER_NAME, identity.names().userName());
        claim(jwt, JwtClaims.FIRST_NAME, identity.names().firstName());
        claim(jwt, JwtClaims.LAST_NAME, identity.names().lastName());
        return new IssuedToken(jwt.signWith(key.privateKey(), Jwts.SIG.RS256).compact(), expiresAt);
    }

    private static void claim(JwtBuilder jwt, String name, Optional<String> value) {
        value.ifPresent(present -> jwt.claim(name, present));
    }
}
