package io.authsvcs.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverloadTest {
    @Test
    void fourFifthsOfThePeakAreEnough() {
        assertThat(Overload.goodput(List.of(round(80))).isKept()).isTrue();
        assertThat(Overload.goodput(List.of(round(79))).complaint())
                .contains(
                        "Asked 90, 100, 79 times a second, 90, 100, 79 requests a second were served, in the end 79.0 % of"
                                + " the most, which is the median of 79.0 %; at least 80.0 % is promised.");
    }

    @Test
    void theMedianOfTheRoundsCounts() {
        assertThat(Overload.goodput(List.of(round(95), round(20), round(81))).isKept())
                .isTrue();
        assertThat(Overload.goodput(List.of(round(99), round(20), round(79))).fact())
                .contains("90, 100, 79 requests")
                .endsWith("the median of 20.0 %, 79.0 %, 99.0 %");
    }

    private static Round round(int servedAtLast) {
        return new Round(IntStream.of(90, 100, servedAtLast)
                .mapToObj(served -> TestSurges.of(1_000, TestResponses.served(served, 1)))
                .toList());
    }

    @Test
    void whoIsLetInWaitsAQuarterOfASecond() {
        assertThat(Overload.admitted(TestResponses.of(TestResponses.served(99, 250), TestResponses.served(1, 251)))
                        .isKept())
                .isTrue();
        assertThat(Overload.admitted(TestResponses.of(TestResponses.served(98, 250), TestResponses.served(2, 251)))
                        .isKept())
                .isFalse();
    }

    @Test
    void whoIsRefusedIsToldSoWithinATenthOfASecond() {
        assertThat(Overload.refused(TestResponses.of(TestResponses.refused(99, 100), TestResponses.refused(1, 101)))
                        .isKept())
                .isTrue();
        assertThat(Overload.refused(TestResponses.of(TestResponses.refused(98, 100), TestResponses.refused(2, 101)))
                        .isKept())
                .isFalse();
    }

    @Test
    void nothingElseIsAnswered() {
        assertThat(Overload.others(TestResponses.of(TestResponses.served(1, 1), TestResponses.refused(1, 1)))
                        .isKept())
                .isTrue();
        assertThat(Overload.others(TestResponses.of(TestResponses.with(503, false), TestResponses.with(0, false)))
                        .fact())
                .isEqualTo("2 were answered otherwise, or not at all: lost × 1, 503 × 1");
        assertThat(Overload.others(TestResponses.of(TestResponses.with(504, true)))
                        .isKept())
                .isFalse();
    }
}
