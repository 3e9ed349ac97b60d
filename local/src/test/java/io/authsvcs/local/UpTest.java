package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.ProcessId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that serve nobody, and no program that others could be started from. */
class UpTest {
    private static final Settings KEPT = new Settings(Map.of("AUTH_CONTRACTS", "slide"));

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void start() throws IOException {
        new StateFile(home().stateFile())
                .write(TestStates.of(
                                alive(Member.of(Kind.GATEWAY, 1)),
                                alive(Member.of(Kind.AUTH, 1)),
                                alive(Member.of(Kind.AUTH, 2)),
                                alive(Member.of(Kind.REGISTRY, 1)))
                        .withSpecification(specified(KEPT)));
    }

    @AfterEach
    void stop() {
        cluster().abandon();
    }

    @Test
    void theGatewayAloneIsRestartedForASettingOfItsOwn() {
        upWith(KEPT.with(new Settings(Map.of("GATEWAY_CONTRACTS_SLIDE_PERSECOND", "2"))));

        assertThat(cluster().running()).containsExactly("auth-1", "auth-2", "registry");
    }

    @Test
    void theInstancesAloneAreRestartedForASettingOfTheirs() {
        upWith(KEPT.with(new Settings(Map.of("AUTH_SESSION_LIMIT", "5"))));

        assertThat(cluster().running()).containsExactly("gateway", "registry");
    }

    @Test
    void bothAreRestartedForTheContracts() {
        upWith(new Settings(Map.of("AUTH_CONTRACTS", "altegio")));

        assertThat(cluster().running()).containsExactly("registry");
    }

    @Test
    void bothAreRestartedForTheDefaults() {
        upWith(Settings.none());

        assertThat(cluster().running()).containsExactly("registry");
    }

    @Test
    void nobodyIsRestartedForTheSameSettings() {
        upWith(KEPT);

        assertThat(cluster().running()).containsExactly("gateway", "auth-1", "auth-2", "registry");
    }

    @Test
    void whatTheLastOneRunsWithIsKeptUntilItStops() {
        List<Settings> keptMeanwhile = new ArrayList<>();
        Cluster watched = cluster(new Progress() {
            @Override
            public void begin(String step) {
                cluster().specification().map(Specification::settings).ifPresent(keptMeanwhile::add);
            }

            @Override
            public void end(String step) {}

            @Override
            public void say(String sentence) {}
        });

        assertThatThrownBy(() -> watched.up(specified(Settings.none()))).isInstanceOf(Fault.class);

        assertThat(keptMeanwhile).startsWith(KEPT, KEPT, KEPT);
    }

    /** The missing can't be started here, which is found out last. */
    private void upWith(Settings settings) {
        assertThatThrownBy(() -> cluster().up(specified(settings))).isInstanceOf(Fault.class);
        assertThat(cluster().specification()).contains(specified(settings));
    }

    private static Specification specified(Settings settings) {
        return Specification.anyPort().withSettings(settings);
    }

    private static Member alive(Member member) throws IOException {
        Process sleeper = new ProcessBuilder("sleep", "600").start();
        return member.running(ProcessId.of(sleeper.toHandle()));
    }

    private Cluster cluster() {
        return cluster(Progress.silent());
    }

    private Cluster cluster(Progress progress) {
        return new Cluster(home(), new Workshop(folder), Life.AT_ONCE, progress);
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }
}
