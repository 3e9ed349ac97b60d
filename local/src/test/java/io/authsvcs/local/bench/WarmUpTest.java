package io.authsvcs.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final Terms TERMS = new Terms(1, 3, Duration.ofSeconds(1), 1_000, Duration.ofSeconds(10), false);

    @Test
    void whoHasServedEnoughAndGetsNoFasterIsWarm() {
        assertThat(served(500, 900, 900, 900).isWarm()).isFalse();
        assertThat(served(500, 900, 900, 900, 900).isWarm()).isTrue();
    }

    @Test
    void aLittleMoreIsNoFaster() {
        assertThat(served(900, 910, 900, 920).isWarm()).isTrue();
        assertThat(served(900, 910, 900, 940).isWarm()).isFalse();
    }

    @Test
    void whoGetsBackToWhatTheyWereGetsNoFaster() {
        assertThat(served(900, 300, 600, 900).isWarm()).isTrue();
    }

    @Test
    void fewRequestsWarmNobody() {
        assertThat(served(100, 100, 100, 100).isWarm()).isFalse();
        assertThat(served(100, 100, 100, 100).isOver()).isFalse();
    }

    @Test
    void thereIsAnEndToIt() {
        WarmUp rising = served(LongStream.rangeClosed(1, 10).map(i -> i * 1_000).toArray());

        assertThat(rising.isWarm()).isFalse();
        assertThat(rising.isOver()).isTrue();
        assertThat(rising.served()).isEqualTo(55_000);
        assertThat(rising.length()).isEqualTo(Duration.ofSeconds(10));
    }

    /** So many in each second. */
    private static WarmUp served(long... requests) {
        return Arrays.stream(requests)
                .mapToObj(count -> new Burst(count, 1_000_000, 1_000, 2_000, 3_000, 0, 0))
                .reduce(WarmUp.under(TERMS), WarmUp::with, (one, other) -> other);
    }
}
