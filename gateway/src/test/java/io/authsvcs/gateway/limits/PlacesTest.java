package io.authsvcs.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final int USUAL = 16;
    private static final int RELIEVED = USUAL / 2;
    private static final int MOST = Places.BURST * USUAL;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - PATIENCE.toNanos() / 2);
    private final Places places = new Places(new LoadSettings(USUAL, PATIENCE), nanos::get);

    @BeforeEach
    void serve() {
        serve(places, MOST);
    }

    @Test
    void whatStandsStillForAMomentLetsMoreComeUpToABound() {
        assertThat(taken(MOST + 5)).isEqualTo(MOST);

        assertThat(places.areTaken()).isTrue();
    }

    @Test
    void whatGoesOnIsAnOverload() {
        taken(USUAL + 5);
        pass(PATIENCE);

        assertThat(places.areTaken()).isTrue();
        assertThat(places.tryTake()).isFalse();
    }

    @Test
    void inAnOverloadAsManyAsUsualAreUnderWay() {
        taken(USUAL + 5);
        pass(PATIENCE);
        giveBack(6);

        assertThat(taken(5)).isEqualTo(1);
    }

    @Test
    void anOverloadIsOverWhenHalfOfThePlacesAreFree() {
        taken(USUAL);
        pass(PATIENCE);
        giveBack(USUAL - RELIEVED);

        assertThat(taken(MOST)).isEqualTo(MOST - RELIEVED);
    }

    @Test
    void anythingLessIsNoRelief() {
        taken(USUAL);
        pass(PATIENCE);
        giveBack(USUAL - RELIEVED - 1);

        assertThat(taken(MOST)).isEqualTo(USUAL - RELIEVED - 1);
    }

    @Test
    void whoComesAfterALongRestFindsAllOfThem() {
        pass(PATIENCE.multipliedBy(100));

        assertThat(taken(MOST)).isEqualTo(MOST);
    }

    @Test
    void whoHasServedFewYetLetsFewerWait() {
        Places young = new Places(new LoadSettings(USUAL, PATIENCE), nanos::get);

        assertThat(taken(young, MOST)).isEqualTo(Places.EARLY * USUAL);
        giveBack(young, Places.EARLY * USUAL);
        assertThat(taken(young, MOST))
                .as("places are given back unserved as well")
                .isEqualTo(Places.EARLY * USUAL);
        giveBack(young, Places.EARLY * USUAL);
        serve(young, MOST);
        assertThat(taken(young, MOST)).isEqualTo(MOST);
    }

    private static void serve(Places places, int many) {
        IntStream.range(0, many).forEach(time -> places.served());
    }

    private int taken(int asked) {
        return taken(places, asked);
    }

    private static int taken(Places places, int asked) {
        return Math.toIntExact(
                IntStream.range(0, asked).filter(time -> places.tryTake()).count());
    }

    private void giveBack(int many) {
        giveBack(places, many);
    }

    private static void giveBack(Places places, int many) {
        IntStream.range(0, many).forEach(time -> places.giveBack());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
