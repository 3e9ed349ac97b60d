package io.authsvcs.auth.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Stream;

/**
 * Names one write. It takes the whole request in, secrets included: who doesn't know them can't ask for what they led to,
 * and the same key on another request names another write.
 *
 * @param digest as secret as the request; only its {@link #hash} is kept
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared here; it only travels to a row.
public record IdempotencyKey(byte[] digest) {
    /** @param parts of the request, each of which has to be the same again */
    public static IdempotencyKey of(String key, String... parts) {
        MessageDigest sha256 = sha256();
        Stream.concat(Stream.of(key), Stream.of(parts)).forEach(part -> {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // With their lengths, so that no two lists of parts read the same.
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha256.update(bytes);
        });
        return new IdempotencyKey(sha256.digest());
    }

    byte[] hash() {
        return sha256().digest(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "IdempotencyKey[…]";
    }
}
