package io.authsvcs.auth.token;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.common.InvalidSetting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The key from outside under which secrets are encrypted before they reach the database: AES-256-GCM. */
@Component
class MasterKey {
    private static final int KEY_BYTES = 32;
    private static final String CURE =
            "Set AUTH_MASTER_KEY to the one that this database was made with; for a new one: openssl rand -base64 32.";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    MasterKey(TokenSettings settings) {
        this.key = new SecretKeySpec(decode(text(settings)), "AES");
    }

    /** @param context what the secret belongs to, so that it can't be passed off as another's */
    byte[] encrypt(byte[] secret, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(secret);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("This JDK has no AES-GCM", unavailable);
        }
    }

    byte[] decrypt(byte[] encrypted, String context) {
        ByteBuffer parts = ByteBuffer.wrap(encrypted);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] sealed = new byte[parts.remaining()];
        parts.get(sealed);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(sealed);
        } catch (GeneralSecurityException wrongKey) {
            throw new WrongMasterKey(context, wrongKey);
        }
    }

    /** A key for one purpose, from which neither this key nor that of another purpose follows (as HKDF-Expand, RFC 5869). */
    SecretKey derive(String algorithm, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), algorithm);
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("This JDK has no HMAC", unavailable);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String text(TokenSettings settings) {
        if (!settings.masterKey().isBlank()) {
            return settings.masterKey();
        }
        try {
            return Files.readString(Path.of(settings.masterKeyFile()));
        } catch (IOException unreadable) {
            throw new InvalidSetting(
                    "AUTH_MASTER_KEY_FILE can't be read: " + settings.masterKeyFile(),
                    "Make the file readable for this process, or name another: "
                            + unreadable.getClass().getSimpleName());
        }
    }

    private static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            require(bytes.length == KEY_BYTES, "The master key has " + bytes.length + " bytes, not 32.", CURE);
            return bytes;
        } catch (IllegalArgumentException notBase64) {
            // Not as the cause: its message would quote the key.
            throw new InvalidSetting("The master key isn't base64.", CURE);
        }
    }
}
