package io.authsvcs.auth.token;

import static io.authsvcs.common.InvalidSetting.require;

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
        require(
                masterKey.isBlank() != masterKeyFile.isBlank(),
                masterKey.isBlank() ? "The master key is missing." : "There are two master keys.",
                "Set one of AUTH_MASTER_KEY (32 bytes in base64, as from 'openssl rand -base64 32') and"
                        + " AUTH_MASTER_KEY_FILE (a file that holds them).");
        require(
                lifetime.isPositive(),
                "A token can't live for " + lifetime + ".",
                "Set auth.token.lifetime to 1h or so.");
        require(
                keyBits >= 2048,
                "RSA keys of " + keyBits + " bits can be broken.",
                "Set auth.token.key-bits to 2048 or more.");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "TokenSettings[issuer=" + issuer + ", audience=" + audience + ", lifetime=" + lifetime + "]";
    }
}
