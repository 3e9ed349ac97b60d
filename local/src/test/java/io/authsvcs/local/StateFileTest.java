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
import java.time.Instant;
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
    void whatAnAuthctlOfOneGatewayWroteIsRead() throws IOException {
        Files.writeString(file().path(), """
                {"specification": {"authInstances": 3, "gatewayPort": 8080, "database": null,
                  "variables": {"AUTH_CONTRACTS": "slide"}},
                 "members": [
                  {"name": "gateway", "kind": "GATEWAY", "port": 8080, "managementPort": 20003, "process": null},
                  {"name": "auth-1", "kind": "AUTH", "port": 20001, "managementPort": 20002,
                   "process": {"pid": 1, "startedAt": "1999-01-01T00:00:00Z"}}],
                 "demoEmail": "demo@example.com"}""");

        assertThat(file().read())
                .contains(new ClusterState(
                        Specification.standard()
                                .withAuthInstances(3)
                                .withSettings(new Settings(Map.of("AUTH_CONTRACTS", "slide"))),
                        List.of(
                                Member.of(Kind.GATEWAY, 1).withPorts(8080, 20_003),
                                Member.of(Kind.AUTH, 1)
                                        .withPorts(20_001, 20_002)
                                        .running(new ProcessId(1, Instant.parse("1999-01-01T00:00:00Z")))),
                        Optional.of("demo@example.com")));
    }

    @Test
    void howManyOfEachAndWhatOneAloneIsToldAreRemembered() {
        ClusterState state = TestStates.of(
                        Member.of(Kind.AUTH, 3).withSettings(new Settings(Map.of("AUTH_CLOCK_OFFSET", "20s"))))
                .withSpecification(Specification.anyPort().withGateways(2).withRegistries(3));

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
