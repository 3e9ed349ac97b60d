package io.authsvcs.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final InstantSource still = InstantSource.fixed(Instant.EPOCH);

    @Test
    void aFactIsLookedForUntilItComes() {
        AtomicInteger looks = new AtomicInteger();

        assertThat(Deadline.in(Duration.ofSeconds(1), still).await(() -> looks.incrementAndGet() == 3))
                .isTrue();
    }

    @Test
    void aPassedDeadlineStillLooksOnce() {
        Deadline passed = Deadline.in(Duration.ZERO, still);

        assertThat(passed.await(() -> true)).isTrue();
        assertThat(passed.await(() -> false)).isFalse();
    }
}
