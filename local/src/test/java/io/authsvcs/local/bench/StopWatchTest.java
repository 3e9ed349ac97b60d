package io.authsvcs.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Progress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StopWatchTest {
    private final AtomicLong now = new AtomicLong(5);
    private final StopWatch watch = StopWatch.before(Progress.silent(), now::get);

    @Test
    void stepsMayOverlap() {
        watch.begin("registry");
        now.addAndGet(10);
        watch.begin("gateway");
        now.addAndGet(20);
        watch.end("registry");
        now.addAndGet(40);
        watch.end("gateway");

        assertThat(watch.length("registry")).isEqualTo(Duration.ofNanos(30));
        assertThat(watch.length("gateway")).isEqualTo(Duration.ofNanos(60));
    }

    @Test
    void theFirstOfSeveralStepsTellsWhenAllBegan() {
        watch.begin("rehearsal");
        now.addAndGet(100);
        watch.begin("registry");
        now.addAndGet(10);
        watch.begin("gateway");
        now.addAndGet(20);

        assertThat(watch.sinceFirst(List.of("gateway", "registry", "database"))).isEqualTo(Duration.ofNanos(30));
    }

    @Test
    void whatHasNotEndedHasNoLength() {
        watch.begin("registry");

        assertThat(watch.length("registry")).isZero();
    }
}
