package io.authsvcs.auth.token;

import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.session.OpenedSession;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes JWTs: RS256, with the claims of seed 001 beside the registered ones. */
@Component
class JwtSigner {
    private final KeyRing keys;
    private final TokenSettings settings;
    private final InstantSource clock;

    JwtSigner(KeyRing keys, TokenSettings settings, InstantSource clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    IssuedToken sign(Identity identity, OpenedSession session) {
        SigningKey key = keys.current();
        // A JWT counts in seconds (RFC 7519 §2, NumericDate).
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(settings.lifetime());
        Instant expiresAt = session.expiresAt()
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
                .issuedAt(Date.from(now))
                .expiration(Date.from(expiresAt))
                .id(UUID.randomUUID().toString())
                .claim(JwtClaims.SESSION, session.id().toString())
                .claim(JwtClaims.SEED_ISSUER, JwtClaims.SEED_ISSUER_VALUE)
                .claim(JwtClaims.USER_ID, identity.subject().toString())
                .claim(JwtClaims.ROLES, identity.roles());
        claim(jwt, JwtClaims.USER_NAME, identity.names().userName());
        claim(jwt, JwtClaims.FIRST_NAME, identity.names().firstName());
        claim(jwt, JwtClaims.LAST_NAME, identity.names().lastName());
        return new IssuedToken(jwt.signWith(key.privateKey(), Jwts.SIG.RS256).compact(), expiresAt);
    }

    private static void claim(JwtBuilder jwt, String name, Optional<String> value) {
        value.ifPresent(present -> jwt.claim(name, present));
    }
}
