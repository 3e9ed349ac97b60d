package io.authsvcs.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.process.ProcessId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
    private static final String FIELDS =
            " S 1 42 42 0 -1 4194304 100 200 0 0 %s 20 0 30 0 12345 1000000 5000 18446744073709551615 1 1 0 0 0 0 0";

    @Test
    void userAndSystemTimeAreAddedUp() {
        CpuTime time = CpuTime.parse("42 (java)" + FIELDS.formatted("150 50 7 3"));

        assertThat(time.own()).isEqualTo(Duration.ofSeconds(2));
        assertThat(time.ended()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aNameMayHaveBlanksAndParentheses() {
        CpuTime time = CpuTime.parse("42 (postgres: io (1) S 9)" + FIELDS.formatted("1 2 0 0") + "\n");

        assertThat(time.own()).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void whatAProcessHasUsedNeverGetsLess() {
        ProcessId self = ProcessId.of(ProcessHandle.current());
        Duration before = CpuTime.of(self);

        assertThat(CpuTime.of(self)).isGreaterThanOrEqualTo(before);
    }
}
