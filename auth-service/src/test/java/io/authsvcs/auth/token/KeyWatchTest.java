package io.authsvcs.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

class KeyWatchTest {
    private static final Duration NEVER = Duration.ofDays(1_000);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    private final Sinks.Many<String> misses = Sinks.many().multicast().directBestEffort();
    private final List<Object> occasions = new CopyOnWriteArrayList<>();

    @AfterEach
    void forgetTime() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void unknownKidsCostOneLookUpInHalfAMinuteInTotal() {
        Disposable watch = KeyWatch.occasions(NEVER, misses.asFlux()).subscribe(occasions::add);

        missTimes(1_000);
        assertThat(occasions).hasSize(1);

        time.advanceTimeBy(Duration.ofSeconds(29));
        missTimes(1_000);
        assertThat(occasions).hasSize(1);

        time.advanceTimeBy(Duration.ofSeconds(2));
        missTimes(1_000);
        assertThat(occasions).hasSize(2);
        watch.dispose();
    }

    @Test
    void keysAreLookedForAgainAndAgain() {
        Disposable watch =
                KeyWatch.occasions(Duration.ofSeconds(2), misses.asFlux()).subscribe(occasions::add);

        time.advanceTimeBy(Duration.ofSeconds(20));

        assertThat(occasions).hasSizeBetween(10, 11);
        watch.dispose();
    }

    private void missTimes(int count) {
        for (int kid = 0; kid < count; kid++) {
            misses.tryEmitNext("kid " + kid);
        }
    }
}
