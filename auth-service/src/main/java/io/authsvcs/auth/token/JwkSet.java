package io.authsvcs.auth.token;

import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.RsaPublicJwk;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The public halves of the signing keys, for whoever verifies by themselves (RFC 7517). */
@Component
public class JwkSet {
    private final KeyRing keys;
    private final Duration publishAhead;

    JwkSet(KeyRing keys, RotationSettings settings) {
        this.keys = keys;
        this.publishAhead = settings.publishAhead();
    }

    /** A JWK set as JSON has it: {@code {"keys":[…]}}. */
    public Document current() {
        return new Document(keys.published().stream().map(JwkSet::entry).toList());
    }

    /**
     * How long the set may be kept, so that whoever keeps it knows each key before it signs: half of the time that a key
     * is published ahead, less where this instance itself hasn't heard of the database for longer than a quarter. The last
     * quarter is for a rotation that takes its time.
     */
    public Duration mayBeKept() {
        Duration left = publishAhead.multipliedBy(3).dividedBy(4).minus(keys.age());
        return Collections.max(List.of(Duration.ZERO, Collections.min(List.of(publishAhead.dividedBy(2), left))));
    }

    private static Entry entry(PublishedKey key) {
        RsaPublicJwk jwk = Jwks.builder().key(key.publicKey()).build();
        return new Entry("RSA", "sig", "RS256", key.kid(), number(jwk, "n"), number(jwk, "e"));
    }

    private static String number(RsaPublicJwk jwk, String member) {
        return Objects.requireNonNull(jwk.get(member), member).toString();
    }

    public record Document(List<Entry> keys) {
        /** Another where the keys are others. */
        public String fingerprint() {
            String kids = keys.stream().map(Entry::kid).collect(Collectors.joining(" "));
            return HexFormat.of().formatHex(Sha256.of(kids));
        }
    }

    /** RFC 7517 §4 and RFC 7518 §6.3.1. */
    public record Entry(String kty, String use, String alg, String kid, String n, String e) {}
}
