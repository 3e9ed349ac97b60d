package io.authsvcs.auth.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Opaque tokens that are kept nowhere: what they name, and an HMAC-SHA256 of it under a key of this purpose alone. The
 * same name gives the same token on every instance, and nobody else can make it.
 */
final class Derivation {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 32;
    private static final int UUID_BYTES = 2 * Long.BYTES;
    private static final byte[] ANYBODY = {};

    private final SecretKey key;

    Derivation(MasterKey masterKey, String purpose) {
        this.key = masterKey.derive(ALGORITHM, purpose);
    }

    /** Base64url without padding of the name and its HMAC. */
    String token(byte[] name) {
        return token(name, ANYBODY);
    }

    String token(UUID name) {
        return token(bytes(name));
    }

    /** The same for one holder alone, whom it doesn't show. */
    String token(byte[] name, byte[] holder) {
        byte[] bound = ByteBuffer.allocate(name.length + holder.length)
                .put(name)
                .put(holder)
                .array();
        byte[] token = ByteBuffer.allocate(name.length + MAC_BYTES)
                .put(name)
                .put(mac(bound))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The name that this token was made of; empty for anything that wasn't made here, and in this spelling. */
    Optional<ByteBuffer> name(String token, int nameBytes) {
        return name(token, nameBytes, ANYBODY);
    }

    /** The id that this token was made of, if one was. */
    Optional<UUID> uuid(String token) {
        return name(token, UUID_BYTES).map(name -> new UUID(name.getLong(), name.getLong()));
    }

    /** The same of a token that is this holder's. */
    Optional<ByteBuffer> name(String token, int nameBytes, byte[] holder) {
        return decode(token)
                .filter(bytes -> bytes.length == nameBytes + MAC_BYTES)
                .map(bytes -> Arrays.copyOf(bytes, nameBytes))
                // Made anew and compared whole: a lenient decoder's other spellings are no tokens.
                .filter(name -> MessageDigest.isEqual(token(name, holder).getBytes(UTF_8), token.getBytes(UTF_8)))
                .map(ByteBuffer::wrap);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static Optional<byte[]> decode(String token) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException notBase64Url) {
            return Optional.empty();
        }
    }

    /** 32 bytes that follow from the name, for whoever has the key. */
    byte[] mac(byte[] name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(name);
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("This JDK has no " + ALGORITHM, unavailable);
        }
    }
}
