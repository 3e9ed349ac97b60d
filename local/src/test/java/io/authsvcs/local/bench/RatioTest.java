package io.authsvcs.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.bench.Ratio.Aim;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {
    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 0.91, true",
        "AT_LEAST, 0.9, true",
        "AT_LEAST, 0.89, false",
        "AT_MOST, 0.89, true",
        "AT_MOST, 0.9, true",
        "AT_MOST, 0.91, false"
    })
    void aTargetIsMetOnItsOwnSide(Aim aim, double value, boolean met) {
        assertThat(ratio(aim, value).isMet()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 0.81, false",
        "AT_LEAST, 0.79, true",
        "AT_LEAST, 2, false",
        "AT_MOST, 1.24, false",
        "AT_MOST, 1.26, true",
        "AT_MOST, 0.5, false"
    })
    void whatIsAFifthWorseThanOneHasFallen(Aim aim, double value, boolean fell) {
        assertThat(ratio(aim, value).fellFrom(1)).isEqualTo(fell);
    }

    private static Ratio ratio(Aim aim, double value) {
        return new Ratio("a-to-b", "a ÷ b", new Spread(value, value, value), aim, 0.9);
    }
}
