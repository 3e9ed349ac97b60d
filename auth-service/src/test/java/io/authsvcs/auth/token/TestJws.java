package io.authsvcs.auth.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token as anybody may put one together: any header, any claims, signed by anybody. */
record TestJws(String header, String payload) {
    static TestJws of(String token) {
        String[] parts = token.split("\\.", -1);
        return new TestJws(decoded(parts[0]), decoded(parts[1]));
    }

    TestJws withHeader(String other) {
        return new TestJws(other, payload);
    }

    TestJws withPayload(String other) {
        return new TestJws(header, other);
    }

    String signed(PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(input().getBytes(UTF_8));
            return with(base64(signature.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param algorithm as Java calls it */
    String authenticated(String algorithm, byte[] secret) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return with(base64(mac.doFinal(input().getBytes(UTF_8))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String with(String signature) {
        return input() + "." + signature;
    }

    private String input() {
        return base64(header.getBytes(UTF_8)) + "." + base64(payload.getBytes(UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }
}
