package io.authsvcs.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.authsvcs.local.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void bothStreamsAndTheExitCodeAreKept() {
        assertThat(Tool.run("sh", "-c", "echo one; echo two >&2; exit 3")).isEqualTo(new Tool.Result(3, "one\ntwo\n"));
    }

    @Test
    void whatIsNotThereEndsAsInAShell() {
        assertThat(Tool.run("no-such-command").exitCode()).isEqualTo(127);
    }

    @Test
    void whatHangsIsKilledWithItsChildren() throws Exception {
        Path pid = folder.resolve("pid");
        String hanging = "sleep 600 & echo $! > " + pid + "; wait";

        assertThatThrownBy(() -> Tool.run(List.of("sh", "-c", hanging), Map.of(), Duration.ofSeconds(2)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("sh did not end within 2 s.");

        long child = Long.parseLong(Files.readString(pid).strip());
        await().until(() ->
                ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void aCommandThatLeavesSomebodyBehindIsDoneWhenItEnds() {
        Tool.Result result = Tool.run("sh", "-c", "sleep 600 & echo $!");

        ProcessHandle.of(Long.parseLong(result.output().strip())).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(result.succeeded()).isTrue();
    }
}
