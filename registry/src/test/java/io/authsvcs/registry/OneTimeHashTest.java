package io.authsvcs.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneTimeHashTest {
    private final OneTimeHash hash = new OneTimeHash();

    @Test
    void matchesOnlyThePasswordThatItHashed() {
        var encoded = hash.encode("right");

        assertThat(hash.matches("right", encoded)).isTrue();
        assertThat(hash.matches("Right", encoded)).isFalse();
        assertThat(hash.matches("", encoded)).isFalse();
    }

    @Test
    void meansNothingToAnotherProcess() {
        assertThat(new OneTimeHash().matches("right", hash.encode("right"))).isFalse();
    }
}
