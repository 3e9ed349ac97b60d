package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.database.DatabaseUrl;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsWrittenIsReadAgain() {
        ClusterState state = TestStates.of(
                Member.of(Kind.AUTH, 1).withPorts(20_001, 20_002).running(ProcessId.of(ProcessHandle.current())),
                Member.of(Kind.DATABASE, 1));

        file().write(state);

        assertThat(file().read()).contains(state);
    }

    @Test
    void adoptedDatabasesAndDemoUsersAreRemembered() {
        ClusterState state = new ClusterState(
                Specification.anyPort()
                        .withDatabase(new DatabaseUrl("postgresql://a:b@host/db"))
                        .withSettings(new Settings(Map.of("AUTH_AUDIENCE", "b"))),
                List.of(),
                Optional.of("demo@example.com"));

        file().write(state);

        assertThat(file().read()).contains(state);
    }

    @Test
    void thereIsNoStateBeforeTheFirst() {
        assertThat(file().read()).isEmpty();
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        file().write(TestStates.of());

        assertThat(Files.getPosixFilePermissions(file().path()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aSpoiltFileIsNamedWithWhatToDo() throws IOException {
        Files.writeString(file().path(), "{\"specification\":");

        assertThatThrownBy(() -> file().read())
                .isInstanceOf(Fault.class)
                .hasMessageContaining("state.json")
                .hasMessageContaining("remove it");
    }

    private StateFile file() {
        return new StateFile(folder.resolve("state.json"));
    }
}
