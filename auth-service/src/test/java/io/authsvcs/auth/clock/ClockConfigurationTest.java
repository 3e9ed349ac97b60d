package io.authsvcs.auth.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ClockConfigurationTest {
    @Test
    void aClockIsRightUnlessSomebodySetsItOff(CapturedOutput output) {
        assertThat(clock(Duration.ZERO)).isSameAs(InstantSource.system());
        assertThat(output).doesNotContain("AUTH_CLOCK_OFFSET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H"})
    void aDrillsClockIsOffAndSaysSo(Duration offset, CapturedOutput output) {
        Instant shown = clock(offset).instant();

        assertThat(shown).isCloseTo(Instant.now().plus(offset), within(1, ChronoUnit.MINUTES));
        assertThat(output).contains("WARN", "off by " + offset + " on purpose", "AUTH_CLOCK_OFFSET");
    }

    private static InstantSource clock(Duration offset) {
        return new ClockConfiguration().clock(new ClockSettings(offset));
    }
}
