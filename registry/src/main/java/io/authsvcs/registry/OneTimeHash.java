package io.authsvcs.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * HMAC-SHA256 under a key that lives as long as this process. A slow hash would guard nothing: no hash leaves the
 * process, the password is the operator's own random one, and every instance presents it each second.
 */
final class OneTimeHash implements PasswordEncoder {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key = new SecretKeySpec(randomBytes(), ALGORITHM);

    @Override
    public String encode(@Nullable CharSequence password) {
        return HexFormat.of().formatHex(hash(String.valueOf(password)));
    }

    /** Takes as long for a near miss as for any other. */
    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return MessageDigest.isEqual(
                encode(password).getBytes(UTF_8), String.valueOf(encoded).getBytes(UTF_8));
    }

    private byte[] hash(String password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(password.getBytes(UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, missing);
        }
    }

    private static byte[] randomBytes() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
