package io.authsvcs.auth.token;

import java.time.Duration;
import java.util.Base64;

/** Settings and keys that are right unless a test says otherwise. */
final class TestTokens {
    private TestTokens() {}

    static TokenSettings settings() {
        return settings(new byte[32]);
    }

    static TokenSettings settings(byte[] masterKey) {
        return new TokenSettings(
                Base64.getEncoder().encodeToString(masterKey),
                "",
                "urn:auth",
                "auth-svcs",
                Duration.ofHours(1),
                2048,
                100);
    }
}
