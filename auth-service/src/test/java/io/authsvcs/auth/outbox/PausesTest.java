package io.authsvcs.auth.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "11, 2048", "12, 3600", "1000, 3600"})
    void growTwofoldUpToAnHour(int tries, long seconds) {
        assertThat(Pauses.after(tries)).isBetween(Duration.ofMillis(seconds * 750), Duration.ofMillis(seconds * 1_250));
    }
}
