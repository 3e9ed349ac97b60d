package io.authsvcs.auth.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    private static final byte[] SECRET = "secret".getBytes(UTF_8);

    private final MasterKey key = new MasterKey(TestTokens.settings());

    @Test
    void givesBackWhatItEncrypted() {
        assertThat(key.decrypt(key.encrypt(SECRET, "signing key a"), "signing key a"))
                .isEqualTo(SECRET);
    }

    @Test
    void neverEncryptsTwiceTheSame() {
        assertThat(key.encrypt(SECRET, "a")).isNotEqualTo(key.encrypt(SECRET, "a"));
    }

    @Test
    void anotherKeyIsToldByASentence() {
        byte[] encrypted = key.encrypt(SECRET, "signing key a");
        byte[] other = new byte[32];
        Arrays.fill(other, (byte) 1);

        assertThatThrownBy(() -> new MasterKey(TestTokens.settings(other)).decrypt(encrypted, "signing key a"))
                .isInstanceOf(WrongMasterKey.class)
                .hasMessageContaining("signing key a")
                .hasMessageContaining("AUTH_MASTER_KEY");
    }

    @Test
    void oneSecretCannotPassForAnother() {
        byte[] encrypted = key.encrypt(SECRET, "signing key a");

        assertThatThrownBy(() -> key.decrypt(encrypted, "signing key b")).isInstanceOf(WrongMasterKey.class);
    }

    @Test
    void aChangedByteIsNoticed() {
        byte[] encrypted = key.encrypt(SECRET, "a");
        encrypted[encrypted.length - 1] ^= 1;

        assertThatThrownBy(() -> key.decrypt(encrypted, "a")).isInstanceOf(WrongMasterKey.class);
    }

    @Test
    void canBeReadFromAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("master key");
        Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        MasterKey fromFile = new MasterKey(settings("", file.toString()));

        assertThat(fromFile.decrypt(key.encrypt(SECRET, "a"), "a")).isEqualTo(SECRET);
    }

    @Test
    void mustBeGivenOnceAndRight() {
        String good = Base64.getEncoder().encodeToString(new byte[32]);

        assertThatThrownBy(() -> settings("", "")).hasMessageContaining("missing");
        assertThatThrownBy(() -> settings(good, "also.a.file")).hasMessageContaining("two master keys");
        assertThatThrownBy(() -> new MasterKey(settings("c2hvcnQ=", ""))).hasMessageContaining("5 bytes, not 32");
        assertThatThrownBy(() -> new MasterKey(settings("§hidden§", "")))
                .hasMessageContaining("base64")
                .hasNoCause()
                .message()
                .doesNotContain("hidden");
    }

    private static TokenSettings settings(String key, String file) {
        return new TokenSettings(key, file, "urn:auth", "auth-svcs", Duration.ofHours(1), 2048, 100);
    }
}
