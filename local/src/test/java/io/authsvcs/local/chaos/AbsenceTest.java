package io.authsvcs.local.chaos;

import static io.authsvcs.local.chaos.TestSamples.all;
import static io.authsvcs.local.chaos.TestSamples.refused;
import static io.authsvcs.local.chaos.TestSamples.served;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.report.Figure;
import org.junit.jupiter.api.Test;

class AbsenceTest {
    private static final String NOBODY = "{\"reason\":\"Unavailable auth-svcs instances\"}";

    @Test
    void everybodyIsToldInTheWordsOfTheContract() {
        assertThat(Absence.told(all(refused(3, NOBODY, 1))).isKept()).isTrue();
        assertThat(Absence.told(all(refused(3, NOBODY, 1), refused(1, "An instance is unavailable", 1)))
                        .isKept())
                .isFalse();
        assertThat(Absence.told(all(refused(3, NOBODY, 1), served(1, 1))).isKept())
                .isFalse();
        assertThat(Absence.told(all()).isKept()).isFalse();
    }

    @Test
    void oneOfAHundredMayWaitLongerThanFiftyMilliseconds() {
        assertThat(Absence.quick(all(refused(99, NOBODY, 50), refused(1, NOBODY, 900)))
                        .isKept())
                .isTrue();
        assertThat(Absence.quick(all(refused(98, NOBODY, 50), refused(2, NOBODY, 51)))
                        .isKept())
                .isFalse();
    }

    @Test
    void nobodyIsRefusedWhenOneHasBeenBackForThreeSeconds() {
        assertThat(Absence.over(all(served(5, 1))).isKept()).isTrue();
        Figure one = Absence.over(all(served(5, 1), refused(1, NOBODY, 1)));
        assertThat(one.isKept()).isFalse();
        assertThat(one.complaint())
                .contains(
                        "5 of 6 requests that came 3.0 s or more after the first instance was back were served; all of"
                                + " them is promised.");
        assertThat(Absence.over(all()).isKept()).isFalse();
    }
}
