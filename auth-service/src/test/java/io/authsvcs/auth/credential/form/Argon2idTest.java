package io.authsvcs.auth.credential.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class Argon2idTest {
    private static final byte[] PASSWORD = "p\u00e4ssword".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "passw0rd".getBytes(StandardCharsets.UTF_8);

    private final Argon2id argon2id = new Argon2id(64, 2);
    private final Scratch scratch = new Scratch(64);

    @Test
    void whatItMakesIsVerifiedByAnotherLibrary() {
        String hash = argon2id.hash(PASSWORD, scratch);

        assertThat(new Argon2PasswordEncoder(16, 32, 1, 64, 2).matches("p\u00e4ssword", hash))
                .isTrue();
        assertThat(hash).hasSize(argon2id.length()).startsWith("$argon2id$v=19$m=64,t=2,p=1$");
    }

    @Test
    void everyHashHasASaltOfItsOwn() {
        assertThat(argon2id.hash(PASSWORD, scratch)).isNotEqualTo(argon2id.hash(PASSWORD, scratch));
    }

    @Test
    void nothingOfOneHashIsLeftInTheScratchForTheNext() {
        HashForm small = form(argon2id.hash(PASSWORD, scratch));
        HashForm large = form(new Argon2id(256, 1).hash(OTHER, scratch));

        for (int times = 0; times < 3; times++) {
            assertThat(small.matches(PASSWORD, scratch)).isTrue();
            assertThat(large.matches(OTHER, scratch)).isTrue();
            assertThat(small.matches(OTHER, scratch)).isFalse();
            assertThat(large.matches(PASSWORD, new Scratch(0))).isFalse();
        }
    }

    private static HashForm form(String hash) {
        return HashForm.parse(hash).orElseThrow();
    }
}
