package io.authsvcs.auth.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How tokens are made.
 *
 * @param masterKey 32 bytes in base64, or blank where {@code masterKeyFile} names a file that holds them
 * @param keyBits of a new RSA key
 * @param verifiedCacheSize how many verified tokens are remembered, so that their signature isn't checked again
 */
@ConfigurationProperties("auth.token")
public record TokenSettings(
        String masterKey,
        String masterKeyFile,
        String issuer,
        String audience,
        Duration lifetime,
        int keyBits,
        int verifiedCacheSize) {

    public TokenSettings {
        if (masterKey.isBlank() == masterKeyFile.isBlank()) {
            throw new IllegalArgumentException("Set one of AUTH_MASTER_KEY (32 bytes in base64, as from"
                    + " 'openssl rand -base64 32') and AUTH_MASTER_KEY_FILE (a file that holds them)");
        }
        if (!lifetime.isPositive()) {
            throw new IllegalArgumentException("auth.token.lifetime must be positive, not " + lifetime);
        }
        if (keyBits < 2048) {
            throw new IllegalArgumentException("auth.token.key-bits must be at least 2048, not " + keyBits);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "TokenSettings[issuer=" + issuer + ", audience=" + audience + ", lifetime=" + lifetime + "]";
    }
}
