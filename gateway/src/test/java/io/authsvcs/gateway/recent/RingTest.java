package io.authsvcs.gateway.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
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
    void whoBeginsWhatSomebodyElseHasJustBegunFindsTheirs() {
        List<AtomicLong> theirs = new ArrayList<>();
        AtomicReference<Ring<AtomicLong>> shared = new AtomicReference<>(ring);
        Ring<AtomicLong> overtaken = new Ring<>(3, number -> {
            if (theirs.isEmpty()) {
                theirs.add(new AtomicLong());
                theirs.set(0, Objects.requireNonNull(shared.get()).at(number));
            }
            return new AtomicLong(number);
        });
        shared.set(overtaken);

        assertThat(overtaken.at(7)).isSameAs(theirs.getFirst());
    }
}
