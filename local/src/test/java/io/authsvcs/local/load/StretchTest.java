package io.authsvcs.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StretchTest {
    private static final long BEGIN = Duration.ofSeconds(10).toNanos();

    private final Stretch stretch = new Stretch(BEGIN);

    @Test
    void whoWasDueBeforeIsNoPartOfIt() {
        stretch.add(BEGIN + 5, sample(6));
        stretch.add(BEGIN + 5, sample(5));

        assertThat(stretch.samples().all()).containsExactly(sample(5));
    }

    @Test
    void whoWasDueInTimeIsPartOfItHoweverLateTheAnswerIs() {
        stretch.endAt(BEGIN + 100);
        stretch.add(BEGIN + 900, sample(801));
        stretch.add(BEGIN + 900, sample(800));

        assertThat(stretch.samples().all()).containsExactly(sample(801));
    }

    private static Sample sample(long latency) {
        return new Sample(Operation.VALIDATE, new Ending.AsPromised(200), Duration.ofNanos(latency));
    }
}
