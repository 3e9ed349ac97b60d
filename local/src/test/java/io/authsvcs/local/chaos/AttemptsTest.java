package io.authsvcs.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.administration.Node;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Attempts BEFORE = attempts(1_000, 900);

    @Test
    void aFifthOfTheFirstTriesMayBeAdded() {
        assertThat(attempts(1_120, 920).since(BEFORE).isKept()).isTrue();
        assertThat(attempts(1_119, 920).since(BEFORE).isKept()).isFalse();
        assertThat(attempts(1_120, 921).since(BEFORE).isKept()).isFalse();
    }

    @Test
    void whatWasBeforeDoesNotCount() {
        assertThat(attempts(1_110, 910).since(BEFORE).fact()).isEqualTo("Retries added 10.0 % to 100 first tries (10)");
    }

    @Test
    void anInstanceThatWasForgottenMeanwhileIsCountedFromNothing() {
        assertThat(attempts(110, 10).since(BEFORE).fact()).isEqualTo("Retries added 10.0 % to 100 first tries (10)");
    }

    @Test
    void whereNothingWasTriedNothingIsKept() {
        assertThat(BEFORE.since(BEFORE).isKept()).isFalse();
    }

    private static Attempts attempts(long requests, long retries) {
        return new Attempts(Map.of("http://gateway auth-1", new Node("auth-1", requests, retries)));
    }
}
