package io.authsvcs.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessIdTest {
    private final ProcessId myself = ProcessId.of(ProcessHandle.current());

    @Test
    void aRunningProcessIsAlive() {
        assertThat(myself.isAlive()).isTrue();
    }

    @Test
    void aLaterProcessOfTheSameNumberIsSomebodyElse() {
        ProcessId earlier = new ProcessId(myself.pid(), myself.startedAt().minus(Duration.ofHours(1)));

        assertThat(earlier.isAlive()).isFalse();
        assertThat(Memory.of(earlier)).isEmpty();
    }

    @Test
    void aClockThatWasSetALittleChangesNothing() {
        ProcessId shifted = new ProcessId(myself.pid(), myself.startedAt().plusSeconds(1));

        assertThat(shifted.isAlive()).isTrue();
    }

    @Test
    void noSignalReachesWhoeverHasTheNumberNow() {
        ProcessId earlier = new ProcessId(myself.pid(), myself.startedAt().minus(Duration.ofHours(1)));

        earlier.kill();

        assertThat(myself.isAlive()).isTrue();
    }
}
