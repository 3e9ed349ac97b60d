package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.ProcessId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An instance (this very process, which nobody may touch), and others that have died. */
class RenewalTest {
    private static final ProcessId GONE = new ProcessId(1, Instant.EPOCH);

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void start() {
        members(Member.of(Kind.AUTH, 1).running(ProcessId.of(ProcessHandle.current())));
    }

    @ParameterizedTest
    @EnumSource(names = {"DATABASE", "REGISTRY"})
    void aGoodInstanceStaysWhileItCouldNotComeBack(Kind needed) {
        String name = needed.word();
        members().put(Member.of(needed, 1).running(GONE));

        assertThatThrownBy(() -> cluster().restart("auth-1"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(name + " is dead, and the instances need it")
                .hasMessageContaining("authctl up");
        assertThatThrownBy(() -> cluster().restartAll()).hasMessageContaining(name + " is dead");
    }

    private Cluster cluster() {
        return new Cluster(new Home(folder), new Workshop(folder), Life.AT_ONCE, new Progress() {
            @Override
            public void begin(String step) {
                throw new AssertionError(step + " was begun");
            }

            @Override
            public void end(String step) {}

            @Override
            public void say(String sentence) {}
        });
    }

    private Members members(Member... additional) {
        Members members = new Members(new StateFile(new Home(folder).stateFile()));
        members.addMissing(List.of(additional));
        return members;
    }
}
