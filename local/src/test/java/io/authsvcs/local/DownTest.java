package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.application.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of which nothing runs, and a gateway that it had once. */
class DownTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whoBeginsAnewKnowsNoInstanceOfBefore() throws IOException {
        Home home = new Home(folder);
        new StateFile(home.stateFile()).write(TestStates.of(Member.of(Kind.GATEWAY, 1)));
        Path first = Files.createFile(home.instancesKnownTo("gateway"));
        Path former = Files.createFile(home.instancesKnownTo("gateway-5"));

        new Cluster(home, new Workshop(folder), Life.AT_ONCE, Progress.silent()).erase();

        assertThat(first).doesNotExist();
        assertThat(former).doesNotExist();
    }
}
