package io.authsvcs.gateway.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShedLogTest {
    private final ShedLog log = new ShedLog();
    private final long now = System.nanoTime();

    @Test
    void theFirstIsToldAtOnceAndTheOthersOnceASecond() {
        assertThat(log.count(now)).hasValue(1);
        assertThat(log.count(now + 1)).isEmpty();
        assertThat(log.count(now + TimeUnit.MILLISECONDS.toNanos(999))).isEmpty();

        assertThat(log.count(now + TimeUnit.SECONDS.toNanos(1))).hasValue(3);
    }

    @Test
    void whatIsToldIsNotToldAgain() {
        assertThat(log.count(now)).hasValue(1);
        assertThat(log.count(now + TimeUnit.SECONDS.toNanos(5))).hasValue(1);
    }
}
