package io.authsvcs.auth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class DoubtTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final Doubt doubt = new Doubt(now::get);

    @Test
    void whoIsLentOftenIsAskedOnce() {
        lend(10);

        assertThat(asked).hasValue(1);
    }

    @Test
    void whoHasNotBeenLentForAWhileIsAskedAgain() {
        lend(1);
        pass(Doubt.AFTER_PAUSE);
        lend(2);

        assertThat(asked).hasValue(2);
    }

    @Test
    void afterAFailureEachIsAskedUntilAllHaveBeenLent() {
        lend(1);
        doubt.failed();
        lend(3);
        assertThat(asked).hasValue(4);

        for (Duration over = Duration.ZERO; over.compareTo(Doubt.AFTER_FAILURE) < 0; over = over.plusMillis(500)) {
            pass(Duration.ofMillis(500));
            lend(1);
        }
        int then = asked.get();
        lend(5);

        assertThat(asked).hasValue(then);
    }

    @Test
    void whoIsLostIsNotLent() {
        Mono<Void> lending = doubt.dispel(Mono.just(false));

        assertThatThrownBy(lending::block).isInstanceOf(R2dbcException.class);
    }

    private void lend(int times) {
        for (int time = 0; time < times; time++) {
            doubt.dispel(Mono.fromCallable(() -> asked.incrementAndGet() > 0)).block();
        }
    }

    private void pass(Duration length) {
        now.addAndGet(length.toNanos());
    }
}
