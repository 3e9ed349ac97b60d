package io.authsvcs.gateway.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastMinuteTest {
    private Instant now = Instant.parse("2030-01-01T00:00:05Z");
    private final LastMinute lastMinute = new LastMinute(() -> now);

    @Test
    void whereNothingHappenedThereIsNoLatency() {
        assertThat(lastMinute.latency()).isEmpty();
    }

    @Test
    void percentilesAreOfAllThatHappenedToOnePercentOrBetter() {
        IntStream.rangeClosed(1, 100).forEach(millis -> lastMinute.record(Duration.ofMillis(millis)));

        assertThat(lastMinute.latency()).hasValueSatisfying(latency -> {
            assertThat(latency.p50()).isBetween(50.0, 50.5);
            assertThat(latency.p90()).isBetween(90.0, 90.9);
            assertThat(latency.p99()).isBetween(99.0, 99.99);
            assertThat(latency.max()).isBetween(100.0, 101.0);
        });
    }

    @Test
    void whatWasAMinuteAgoIsForgotten() {
        lastMinute.record(Duration.ofMillis(500));
        now = now.plusSeconds(50);
        lastMinute.record(Duration.ofMillis(2));
        assertThat(lastMinute.latency().orElseThrow().max()).isGreaterThanOrEqualTo(500);

        now = now.plusSeconds(10);
        assertThat(lastMinute.latency().orElseThrow().max()).isLessThan(3);

        now = now.plusSeconds(60);
        assertThat(lastMinute.latency()).isEmpty();
    }

    @Test
    void whatTookLongerThanAMinuteOrNoTimeAtAllIsCountedToo() {
        lastMinute.record(Duration.ZERO);
        lastMinute.record(Duration.ofNanos(-5));
        lastMinute.record(Duration.ofHours(1));

        assertThat(lastMinute.latency()).hasValueSatisfying(latency -> {
            assertThat(latency.p50()).isZero();
            assertThat(latency.max()).isBetween(60_000.0, 61_000.0);
        });
    }
}
