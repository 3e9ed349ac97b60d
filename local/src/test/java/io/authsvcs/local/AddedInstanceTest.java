package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real instance, and another one that is added. */
class AddedInstanceTest {
    private static final Map<String, String> OWN = Map.of("AUTH_CLOCK_OFFSET", "20s");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void start() throws IOException {
        TestApplication.build(folder.resolve("auth-service/target/auth-service.jar"));
        new StateFile(home().stateFile())
                .write(TestStates.of(
                        Member.of(Kind.GATEWAY, 1),
                        Member.of(Kind.AUTH, 1),
                        Member.of(Kind.REGISTRY, 1),
                        Member.of(Kind.DATABASE, 1)));
        cluster().start("auth-1");
    }

    @AfterEach
    void stop() {
        cluster().down();
    }

    @Test
    void itRunsUnderTheNextNameWhereItsAddressSays() {
        String name = cluster().add(OWN);

        assertThat(name).isEqualTo("auth-2");
        assertThat(cluster().running()).containsExactly("auth-1", "auth-2");
        assertThat(cluster().member(name).host()).isEqualTo("127.0.0.1");
        assertThat(cluster().member(name).port())
                .isPositive()
                .isNotEqualTo(cluster().member("auth-1").port());
    }

    @Test
    void itKeepsItsSettingsOverARestart() {
        String name = cluster().add(OWN);

        cluster().restart(name);

        assertThat(members().get(name).settings().variables()).isEqualTo(OWN);
    }

    @Test
    void onceRemovedItIsForgotten() {
        cluster().remove(cluster().add(OWN));

        assertThat(cluster().running()).containsExactly("auth-1");
        assertThat(cluster().names()).doesNotContain("auth-2");
    }

    @Test
    void onlyInstancesAreRemoved() {
        assertThatThrownBy(() -> cluster().remove("gateway"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(FaultKind.USAGE))
                .hasMessageContaining("gateway is no instance")
                .hasMessageContaining("auth-1");
        assertThat(cluster().names()).contains("gateway");
    }

    private Members members() {
        return new Members(new StateFile(home().stateFile()));
    }

    private Cluster cluster() {
        return new Cluster(home(), new Workshop(folder), Life.AT_ONCE, Progress.silent());
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }
}
