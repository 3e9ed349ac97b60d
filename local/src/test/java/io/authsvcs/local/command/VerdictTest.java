package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.ClusterStatus;
import io.authsvcs.local.Kind;
import io.authsvcs.local.ProcessState;
import io.authsvcs.local.ProcessStatus;
import io.authsvcs.local.Settings;
import io.authsvcs.local.Views;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void allIsWellWhenEverythingServes() {
        assertThat(verdict(gateway(ProcessState.RUNNING), auth(ProcessState.RUNNING, "up")))
                .isEqualTo("All is well at http://localhost:8080");
    }

    @Test
    void withoutInstancesNothingIsWell() {
        assertThat(status(gateway(ProcessState.RUNNING)).isWell()).isFalse();
        assertThat(verdict(gateway(ProcessState.RUNNING)))
                .isEqualTo("No instances, so every log-in is answered 503: scale up with authctl scale N.");
    }

    @Test
    void whoeverIsNotReadyYetIsNotCalledDead() {
        assertThat(verdict(gateway(ProcessState.UNREADY), auth(ProcessState.UNREADY, "starting")))
                .contains("Not ready yet: gateway, auth-1.")
                .doesNotContain("dead");
    }

    @Test
    void whoeverServesOutOfRotationIsNotReadyYet() {
        assertThat(verdict(gateway(ProcessState.RUNNING), auth(ProcessState.RUNNING, "ejected")))
                .contains("Not ready yet: auth-1.");
    }

    @Test
    void theDeadAreNamedWithTheirLogAndWithoutAPromise() {
        assertThat(verdict(gateway(ProcessState.RUNNING), auth(ProcessState.DEAD, "gone")))
                .contains("Dead: auth-1.")
                .contains("authctl up starts")
                .contains("authctl logs auth-1 shows what it wrote last")
                .doesNotContain("tells why");
    }

    @Test
    void whoeverWasStoppedIsMissing() {
        assertThat(verdict(gateway(ProcessState.RUNNING), auth(ProcessState.STOPPED, "gone")))
                .contains("Missing: auth-1.")
                .contains("authctl up starts");
    }

    private static String verdict(ProcessStatus... processes) {
        return Verdict.on(status(processes));
    }

    private static ClusterStatus status(ProcessStatus... processes) {
        return new ClusterStatus(
                List.of(URI.create("http://localhost:8080")),
                List.of(),
                Optional.empty(),
                Path.of("mail"),
                Settings.none(),
                List.of(processes));
    }

    private static ProcessStatus gateway(ProcessState state) {
        return process("gateway", Kind.GATEWAY, state, Views.none());
    }

    private static ProcessStatus auth(ProcessState state, String routed) {
        return process("auth-1", Kind.AUTH, state, new Views(Map.of("gateway", Optional.of(routed))));
    }

    private static ProcessStatus process(String name, Kind kind, ProcessState state, Views routed) {
        boolean runs = state == ProcessState.RUNNING || state == ProcessState.UNREADY;
        return new ProcessStatus(
                name,
                kind,
                runs ? OptionalLong.of(1) : OptionalLong.empty(),
                1,
                state,
                Views.none(),
                routed,
                OptionalLong.empty());
    }
}
