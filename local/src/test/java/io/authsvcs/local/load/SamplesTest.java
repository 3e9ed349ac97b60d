package io.authsvcs.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void aPercentileIsALatencyThatSomebodyHad() {
        Samples hundred = new Samples(LongStream.rangeClosed(1, 100)
                .mapToObj(millis -> sample(new Ending.AsPromised(200), millis))
                .toList());

        assertThat(hundred.percentile(50)).isEqualTo(Duration.ofMillis(50));
        assertThat(hundred.percentile(99)).isEqualTo(Duration.ofMillis(99));
        assertThat(hundred.percentile(100)).isEqualTo(Duration.ofMillis(100));
        assertThat(new Samples(List.of()).percentile(99)).isZero();
    }

    @Test
    void onlyWhoIsToldSoInTheseWordsIsRefusedWithThem() {
        Sample told = sample(new Ending.Unavailable(true, "nobody is there"), 1);
        Samples all = new Samples(List.of(
                told,
                sample(new Ending.Unavailable(false, "nobody is there"), 2),
                sample(new Ending.Unavailable(true, "too many"), 3),
                sample(new Ending.Lost("nobody is there"), 4)));

        assertThat(all.refusedWith("nobody").all()).containsExactly(told);
        assertThat(all.asPromised().size()).isZero();
    }

    private static Sample sample(Ending ending, long millis) {
        return new Sample(Operation.VALIDATE, ending, Duration.ofMillis(millis));
    }
}
