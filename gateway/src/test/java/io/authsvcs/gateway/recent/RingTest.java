package io.authsvcs.gateway.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RingTest {
    private final Ring<AtomicLong> ring = new Ring<>(3, AtomicLong::new);

    @Test
    void theSameNumberLeadsToTheSameThing() {
        assertThat(ring.at(7)).isSameAs(ring.at(7)).hasValue(7);
    }

    @Test
    void onlyTheLastOnesAreKept() {
        for (long number = 1; number <= 5; number++) {
            ring.at(number);
        }

        assertThat(ring.between(0, 100)).extracting(AtomicLong::get).containsExactly(3L, 4L, 5L);
        assertThat(ring.between(4, 5)).extracting(AtomicLong::get).containsExactly(4L);
    }

    @Test
    void whatWasNeverAskedForIsNotThere() {
        ring.at(1);
        ring.at(6);

        assertThat(ring.between(1, 6)).extracting(AtomicLong::get).containsExactly(1L);
    }

    @Test
    void aNumberBelowZeroHasItsPlaceAsWell() {
        assertThat(ring.at(-1)).hasValue(-1);
    }

    @Test
    void ofManyWhoBeginTheSameAtOnceNobodyCountsInVain() throws InterruptedException {
        int threads = 4;
        int rounds = 2_000;
        CountDownLatch ready = new CountDownLatch(threads);
        Ring<AtomicLong> counters = new Ring<>(rounds, number -> new AtomicLong());
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            IntStream.range(0, threads)
                    .forEach(i -> executor.execute(() -> {
                        ready.countDown();
                        awaitAll(ready);
                        for (int round = 0; round < rounds; round++) {
                            counters.at(round).incrementAndGet();
                        }
                    }));
        }

        assertThat(counters.between(0, rounds)).hasSize(rounds).allMatch(counter -> counter.get() == threads);
    }

    private static void awaitAll(CountDownLatch ready) {
        try {
            ready.await();
        } catch (InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
