package io.authsvcs.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.ClusterStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SightsTest {
    private static final String FACT = "all is well";

    private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

    @Test
    void whatIsSeenAtOnceIsInTime() {
        assertThat(seen(Duration.ZERO)).isEqualTo(new Sight(FACT, Promise.TRUTH, Optional.of(Duration.ofSeconds(1))));
        assertThat(seen(Duration.ZERO).isInTime()).isTrue();
    }

    @Test
    void whatIsSeenLaterThanPromisedIsLate() {
        assertThat(seen(Duration.ofSeconds(2)).isInTime()).isTrue();
        assertThat(seen(Duration.ofSeconds(3)).isInTime()).isFalse();
    }

    @Test
    void aLookThatTakesTooLongIsLateHoweverTrueItIs() {
        Sights sights = new Sights(() -> look(Duration.ZERO), () -> Instant.EPOCH.plus(now()), Duration.ofSeconds(30));
        sights.expect(FACT, Duration.ofMillis(999), () -> look(Duration.ZERO).isWell());

        assertThat(sights.seen().getFirst().isInTime()).isFalse();
    }

    @Test
    void whatIsNeverSeenIsNotInTime() {
        Sight sight = seen(Duration.ofHours(1));

        assertThat(sight.after()).isEmpty();
        assertThat(sight.isInTime()).isFalse();
    }

    /** Each look takes a second. */
    private Sight seen(Duration from) {
        passed.set(Duration.ZERO);
        Sights sights = new Sights(() -> look(from), () -> Instant.EPOCH.plus(now()), Duration.ofSeconds(30));
        sights.expect(FACT, ClusterStatus::isWell);
        return sights.seen().getFirst();
    }

    private ClusterStatus look(Duration from) {
        boolean well = now().compareTo(from) >= 0;
        passed.set(now().plusSeconds(1));
        return TestStatus.seen(well ? "up" : "ejected");
    }

    private Duration now() {
        Duration now = passed.get();
        return now == null ? Duration.ZERO : now;
    }
}
