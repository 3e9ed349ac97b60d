package io.authsvcs.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachineTimeTest {
    @Test
    void whoIsIdleOrWaitsForADiskUsesNothingAndGuestsCountOnce() {
        assertThat(MachineTime.parse("cpu  100 20 30 99999 8888 1 2 3 77 66")).isEqualTo(Duration.ofMillis(1_560));
    }

    @Test
    void thisMachineHasUsedSome() {
        assertThat(MachineTime.used()).isPositive();
    }
}
