package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Folders;
import io.authsvcs.local.process.Launch;
import io.authsvcs.local.process.Ports;
import io.authsvcs.local.process.ProcessId;
import io.authsvcs.local.process.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real child, which stands for an instance: it answers every path with 200. */
class ArrivalsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder = Path.of("");

    private final int port = Ports.choose(0, Set.of());

    @AfterEach
    void nothingIsLeft() {
        members().all().forEach(member -> member.process().ifPresent(ProcessId::kill));
    }

    @Test
    void aChildThatAnswersHasArrived() {
        launch(Integer.toString(port));

        arrivals(LONG).await(List.of("auth-1"), members());

        assertThat(arrivals(LONG).isReady(members().get("auth-1"), members())).isTrue();
    }

    @Test
    void aChildThatDiesIsTheCulpritAndItsLastLinesAreShown() {
        launch();

        assertThatThrownBy(() -> arrivals(LONG).await(List.of("auth-1"), members()))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.culprit()).isEqualTo("auth-1"))
                .hasMessageContaining("auth-1 ended while it was starting")
                .hasMessageContaining("no port was given")
                .hasMessageContaining("auth-1.log");
    }

    @Test
    void aChildThatNeverGetsReadyIsLate() {
        launch(Integer.toString(Ports.choose(0, Set.of(port))));

        assertThatThrownBy(() -> arrivals(Duration.ZERO).await(List.of("auth-1"), members()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("auth-1 runs, but is not ready after 0 s");
    }

    @Test
    void whoeverIsDeadIsToldFromWhoWasStopped() {
        launch(Integer.toString(port));
        members().get("auth-1").process().ifPresent(ProcessId::kill);

        assertThat(members().get("auth-1").isDead()).isTrue();
        assertThat(members().get("auth-1").stopped().isDead()).isFalse();
    }

    private void launch(String... arguments) {
        Folders.create(home().logs());
        Launch child = TestServer.launch(folder, arguments);
        ProcessId process =
                new Launch("auth-1", child.command(), child.environment(), folder, home().log("auth-1")).start();
        members().put(Member.of(Kind.AUTH, 1).withPorts(port, port).running(process));
    }

    private Arrivals arrivals(Duration patience) {
        return new Arrivals(
                home(), new Environments(home(), Secrets.kept(home().secretsFile())), Progress.silent(), patience);
    }

    private Members members() {
        return new Members(new StateFile(home().stateFile()));
    }

    private Home home() {
        return new Home(folder);
    }
}
