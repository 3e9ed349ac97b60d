package io.authsvcs.local.chaos;

import io.authsvcs.local.ClusterStatus;
import io.authsvcs.local.Kind;
import io.authsvcs.local.ProcessState;
import io.authsvcs.local.ProcessStatus;
import io.authsvcs.local.Settings;
import io.authsvcs.local.Views;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A cluster of one instance, as its one gateway sees it. */
final class TestStatus {
    private TestStatus() {}

    static ClusterStatus seen(String state) {
        return new ClusterStatus(
                List.of(),
                List.of(),
                Optional.empty(),
                Path.of("mail"),
                Settings.none(),
                List.of(new ProcessStatus(
                        "auth-1",
                        Kind.AUTH,
                        OptionalLong.of(1),
                        1,
                        ProcessState.RUNNING,
                        Views.none(),
                        new Views(Map.of("gateway", Optional.of(state))),
                        OptionalLong.empty())));
    }
}
