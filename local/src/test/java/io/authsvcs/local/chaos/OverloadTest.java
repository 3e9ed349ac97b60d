package io.authsvcs.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverloadTest {
    @Test
    void fourFifthsOfThePeakAreEnough() {
        Surge peak = TestSurges.of(32, TestResponses.served(100, 1));

        assertThat(Overload.goodput(TestSurges.of(1_000, TestResponses.served(80, 1)), peak)
                        .isKept())
                .isTrue();
        assertThat(Overload.goodput(TestSurges.of(1_000, TestResponses.served(79, 1)), peak)
                        .complaint())
                .contains(
                        "Asked 79 times a second by 1000 clients it served 79 requests a second, 79.0 % of the 100 with 32"
                                + " clients; at least 80.0 % is promised.");
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
