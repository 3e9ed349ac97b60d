package io.authsvcs.local.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final int ENOUGH = 2_000;

    @Test
    void whatIsDrawnAlikeIsAlike() {
        assertThat(of(times(1, 0), times(2, 0)).figure().isKept()).isTrue();
    }

    @Test
    void aFewMillisecondsMoreAreTold() {
        Likeness likeness = of(times(1, 0), times(2, 3));

        assertThat(likeness.auc()).isGreaterThan(0.55);
        assertThat(likeness.figure().isKept()).isFalse();
    }

    @Test
    void lessIsToldAsWellAsMore() {
        assertThat(of(times(1, 3), times(2, 0)).auc()).isLessThan(0.45);
        assertThat(of(times(1, 3), times(2, 0)).figure().isKept()).isFalse();
    }

    @Test
    void mediansApartAreToldWhereRanksAreNot() {
        List<Duration> both = Stream.concat(millis(10, 500), millis(20, 500)).toList();
        List<Duration> others = Stream.concat(millis(10, 499), millis(20, 501)).toList();

        Likeness likeness = of(both, others);

        assertThat(likeness.auc()).isCloseTo(0.5, within(0.01));
        assertThat(likeness.figure().isKept()).isFalse();
    }

    @Test
    void equalTimesCountHalf() {
        assertThat(of(millis(10, 4).toList(), millis(10, 4).toList()).auc()).isEqualTo(0.5);
    }

    @Test
    void fewAreNotJudged() {
        Likeness likeness = of(millis(10, 10).toList(), millis(50, 10).toList());

        assertThat(likeness.figure().isKept()).isTrue();
        assertThat(likeness.figure().fact()).contains("too few to judge by");
    }

    private static Likeness of(List<Duration> some, List<Duration> others) {
        return new Likeness("test", some, others);
    }

    private static Stream<Duration> millis(int length, int count) {
        return Stream.generate(() -> Duration.ofMillis(length)).limit(count);
    }

    /** Around 60 ms, as a hash takes. */
    private static List<Duration> times(long seed, int more) {
        Random random = new Random(seed);
        return IntStream.range(0, ENOUGH)
                .mapToObj(number -> Duration.ofNanos((long) ((60 + more + 2 * random.nextGaussian()) * 1e6)))
                .toList();
    }
}
