package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.gateway.recent.Latency;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private final Tally tally = new Tally(() -> now);

    @Test
    void whoWasNeverAskedHasNothing() {
        assertThat(tally.count()).isEqualTo(new Tally.Count(0, 0, 0, Optional.empty()));
    }

    @Test
    void aTryThatFailedIsARequestAndAnError() {
        tally.ended(Duration.ofMillis(2), false);
        tally.ended(Duration.ofMillis(2), true);
        tally.retried();

        assertThat(tally.count()).isEqualTo(new Tally.Count(2, 1, 1, Optional.of(new Latency(2.01, 2.01, 2.01, 2.01))));
    }

    @Test
    void afterAMinuteOnlyTheNumbersAreLeft() {
        tally.ended(Duration.ofMillis(2), false);

        now = now.plusSeconds(61);

        assertThat(tally.count()).isEqualTo(new Tally.Count(1, 0, 0, Optional.empty()));
    }
}
