package io.authsvcs.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.authsvcs.local.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
    @TempDir
    private Path folder = Path.of("");

    private ProcessId process = ProcessId.of(ProcessHandle.current());

    @AfterEach
    void nothingIsLeft() {
        if (process.pid() != ProcessHandle.current().pid()) {
            process.kill();
        }
    }

    @Test
    void aProcessRunsWithItsEnvironmentAndWritesItsLog() {
        int port = start();

        awaitLine("serving");
        assertThat(process.isAlive()).isTrue();
        assertThat(Ports.isFree(port)).isFalse();
        assertThat(log().lastLines(3)).containsExactly("variable: given", "foreign: null", "serving");
    }

    @Test
    void aNewLifeKeepsTheLogOfTheOneBefore() {
        start();
        awaitLine("serving");
        process.kill();

        start();

        awaitLine("serving");
        assertThat(new LogFile(folder.resolve("test-server.previous.log")).lastLines(1))
                .containsExactly("serving");
    }

    @Test
    void aKilledProcessIsGoneWhenKillReturns() {
        start();

        process.kill();

        assertThat(process.isAlive()).isFalse();
    }

    @RepeatedTest(5)
    void aKilledProcessHoldsItsPortNoLonger() {
        int port = start();
        awaitLine("serving");

        process.kill();

        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    void aTerminatedProcessLeaves() {
        start();
        awaitLine("serving");

        Signal.TERM.sendTo(process);

        await().until(() -> !process.isAlive());
    }

    @Test
    void memoryOfALiveProcessIsKnown() {
        start();

        assertThat(Memory.of(process).orElse(0)).isPositive();
    }

    @Test
    void aProgramThatIsMissingIsNamed() {
        Launch launch = new Launch(
                "ghost", List.of("/no/such/program"), Map.of("SECRET", "s3cret"), folder.resolve("missing"), log());

        assertThatThrownBy(launch::start)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.culprit()).isEqualTo("ghost"))
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aLaunchDoesNotPrintItsEnvironment() {
        assertThat(TestServer.launch(folder).toString()).doesNotContain("given");
    }

    @Test
    @EnabledIf("linuxGoesBySessions")
    void whoStartsInLittleHasteLeavesTheProcessorsToOthersUntilItIsGivenMore() throws IOException {
        ProcessId started = TestServer.launch(folder, Integer.toString(Ports.choose(0, Set.of())))
                .start(Haste.LITTLE);
        process = started;
        await().untilAsserted(() -> assertThat(autogroup(started)).endsWith("nice 15"));

        Haste.USUAL.give(started);

        assertThat(autogroup(started)).endsWith("nice 0");
    }

    static boolean linuxGoesBySessions() {
        return Files.exists(Path.of("/proc/self/autogroup"))
                && Tool.find("setsid").isPresent();
    }

    private static String autogroup(ProcessId process) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "autogroup"))
                .strip();
    }

    private int start() {
        int port = Ports.choose(0, Set.of());
        process = TestServer.launch(folder, Integer.toString(port)).start();
        return port;
    }

    private void awaitLine(String line) {
        await().atMost(Duration.ofSeconds(60)).until(() -> log().lastLines(1).contains(line));
    }

    private LogFile log() {
        return new LogFile(folder.resolve("test-server.log"));
    }
}
