package io.authsvcs.auth.token;

import io.authsvcs.auth.token.TokenVerdict.Expired;
import io.authsvcs.auth.token.TokenVerdict.Genuine;
import io.authsvcs.auth.token.TokenVerdict.InvalidSignature;
import io.authsvcs.auth.token.TokenVerdict.Malformed;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Clock;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.Locator;
import io.jsonwebtoken.MalformedJwtException;
import io.jsonwebtoken.io.IOException;
import java.security.Key;
import java.util.Base64;
import java.util.Date;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads JWTs as RFC 8725 asks: JWS in its compact form only, one algorithm, our own keys only, no compression, no key that
 * the token brings along, and no header or claims but those that we write.
 */
@Component
class JwtVerifier {
    private static final int LONGEST = 8 * 1024;
    // RFC 7515 §3.1: three parts of base64url without padding.
    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private final KeyRing keys;
    private final ClaimsReader claimsReader;
    private final JwtParser parser;

    JwtVerifier(KeyRing keys, ClaimsReader claimsReader) {
        this.keys = keys;
        this.claimsReader = claimsReader;
        this.parser = parser(this::locate, () -> Date.from(keys.now()));
    }

    /** Looks at a signature in one way alone: RS256, nothing packed, and by a key that is found for it. */
    static JwtParser parser(Locator<Key> keys, Clock clock) {
        return Jwts.parser()
                .sig()
                .clear()
                .add(Jwts.SIG.RS256)
                .and()
                .zip()
                .clear()
                .and()
                .keyLocator(keys)
                .clock(clock)
                .build();
    }

    TokenVerdict verify(String token) {
        if (!isSpelt(token)) {
            return new Malformed();
        }
        return JoseHeader.parse(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))))
                .map(header -> header.isOurs() ? verifySignature(token) : new InvalidSignature())
                .orElseGet(Malformed::new);
    }

    private TokenVerdict verifySignature(String token) {
        try {
            return read(parser.parseSignedClaims(token).getPayload(), Genuine::new);
        } catch (ExpiredJwtException expired) { // thrown after the signature was found right
            return read(expired.getClaims(), Expired::new);
        } catch (MalformedJwtException | IOException | IllegalArgumentException unreadable) {
            return new Malformed();
        } catch (JwtException notOurs) {
            return new InvalidSignature();
        }
    }

    private TokenVerdict read(Claims claims, Function<AccessClaims, TokenVerdict> verdict) {
        return claimsReader.read(claims).map(verdict).orElseGet(InvalidSignature::new);
    }

    /** Whether it is a JWS in its compact form, spelt in the one way in which we write it. */
    static boolean isSpelt(String token) {
        return token.length() <= LONGEST && COMPACT.matcher(token).matches() && isCanonical(token);
    }

    // A lenient decoder would let one token be spelt in many ways (RFC 4648 §3.5).
    private static boolean isCanonical(String token) {
        return Stream.of(token.split("\\.", -1)).allMatch(JwtVerifier::isCanonicalPart);
    }

    private static boolean isCanonicalPart(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
        } catch (IllegalArgumentException notBase64Url) {
            return false;
        }
    }

    private @Nullable Key locate(Header header) {
        return header instanceof JwsHeader jws && jws.getKeyId() != null
                ? keys.findPublicKey(jws.getKeyId()).orElse(null)
                : null;
    }
}
