package io.authsvcs.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {
    private static final Duration EVERY = Duration.ofMinutes(3);
    private static final Duration INSTANT = Duration.ofNanos(1);

    private final Allowance allowance = new Allowance(5, EVERY);

    @Test
    void thereIsRoomUntilTheLastOfABurst() {
        assertThat(allowance.waitAt(Duration.ZERO)).isZero();
        assertThat(allowance.waitAt(EVERY.multipliedBy(4))).isZero();
    }

    @Test
    void whoComesThenWaitsUntilOneHasDrained() {
        assertThat(allowance.waitAt(EVERY.multipliedBy(4).plus(INSTANT))).isEqualTo(INSTANT);
        assertThat(allowance.waitAt(allowance.capacity())).isEqualTo(EVERY);
    }

    @ParameterizedTest
    @CsvSource({"5, PT3M, PT15M, 10", "30, PT2S, PT1M, 60", "40, PT1M, PT1H, 100"})
    void whoTriesAllTheTimeIsLetInNoMoreOften(int burst, Duration every, Duration time, int most) {
        List<Duration> admitted = admitted(new Allowance(burst, every), time.multipliedBy(3));

        assertThat(admitted)
                .allSatisfy(from -> assertThat(admitted)
                        .filteredOn(at -> at.compareTo(from) >= 0 && at.compareTo(from.plus(time)) < 0)
                        .hasSizeLessThanOrEqualTo(most));
        assertThat(admitted)
                .hasSize(burst + Math.toIntExact(time.multipliedBy(3).dividedBy(every)));
    }

    /** When, of many tries each tenth of a second. */
    private static List<Duration> admitted(Allowance allowance, Duration time) {
        List<Duration> admitted = new ArrayList<>();
        Duration drained = Duration.ZERO;
        for (Duration now = Duration.ZERO; now.compareTo(time) <= 0; now = now.plusMillis(100)) {
            for (int i = 0; i < 2 * allowance.burst(); i++) {
                Duration backlog = drained.compareTo(now) > 0 ? drained.minus(now) : Duration.ZERO;
                if (allowance.waitAt(backlog).isZero()) {
                    admitted.add(now);
                    drained = now.plus(backlog).plus(allowance.every());
                }
            }
        }
        return admitted;
    }
}
