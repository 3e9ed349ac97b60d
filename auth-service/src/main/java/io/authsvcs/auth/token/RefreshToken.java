package io.authsvcs.auth.token;

import java.security.SecureRandom;
import java.util.Base64;

/** An opaque token of 256 random bits. Only its hash is kept; never logged. */
public record RefreshToken(String text) {
    private static final int BYTES = 32;

    public static RefreshToken next(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 is enough for what can't be guessed. */
    public byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "RefreshToken[…]";
    }
}
