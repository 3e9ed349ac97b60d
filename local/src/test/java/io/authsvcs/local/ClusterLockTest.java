package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterLockTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSecondOneIsToldWhoIsAtWork() {
        assertThatThrownBy(() -> lock().alone(() -> lock().alone(() -> "never")))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(FaultKind.BUSY))
                .hasMessageContaining("pid " + ProcessHandle.current().pid());
    }

    @Test
    void workThatFailsLetsTheNextOneIn() {
        assertThatThrownBy(() -> lock().alone(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(lock().<String>alone(() -> "in")).isEqualTo("in");
    }

    private ClusterLock lock() {
        return new ClusterLock(folder.resolve("lock"));
    }
}
