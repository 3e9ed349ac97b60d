package io.authsvcs.auth.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    private static final FactorSecret SECRET = FactorSecret.of("12345678901234567890".getBytes(US_ASCII));
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_110);
    private static final String CODE = "050471";

    private final Totp totp = new Totp();

    /** RFC 6238, appendix B, for SHA-1: the last six of its eight digits, which six are made of in the same way. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(totp.step(SECRET, code.substring(2), Instant.ofEpochSecond(second)))
                .hasValue(second / 30);
    }

    @ParameterizedTest
    @ValueSource(longs = {-30, -1, 0, 29, 30, 59})
    void oneStepEitherWayIsGoodToo(long seconds) {
        assertThat(totp.step(SECRET, CODE, NOW.plusSeconds(seconds))).hasValue(NOW.getEpochSecond() / 30);
    }

    @ParameterizedTest
    @ValueSource(longs = {-31, 60, 3600})
    void whatIsFurtherAwayIsNot(long seconds) {
        assertThat(totp.step(SECRET, CODE, NOW.plusSeconds(seconds))).isEmpty();
    }

    @Test
    void anotherCodeOrAnotherSecretIsNone() {
        FactorSecret other = FactorSecret.of("12345678901234567891".getBytes(US_ASCII));

        assertThat(totp.step(SECRET, "050472", NOW)).isEmpty();
        assertThat(totp.step(SECRET, "50471", NOW)).isEmpty();
        assertThat(totp.step(SECRET, "", NOW)).isEmpty();
        assertThat(totp.step(other, CODE, NOW)).isEmpty();
    }
}
