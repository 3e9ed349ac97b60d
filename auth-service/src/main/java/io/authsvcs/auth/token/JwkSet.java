package io.authsvcs.auth.token;

import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.RsaPublicJwk;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The public halves of the signing keys, for whoever verifies by themselves (RFC 7517). */
@Component
public class JwkSet {
    private final KeyRing keys;

    JwkSet(KeyRing keys) {
        this.keys = keys;
    }

    /** A JWK set as JSON has it: {@code {"keys":[…]}}. */
    public Document current() {
        return new Document(keys.all().stream().map(JwkSet::entry).toList());
    }

    private static Entry entry(SigningKey key) {
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
