package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.process.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that leave a note where they were told to quit; whoever is killed leaves none. */
class CrashTest {
    private static final String QUITTER = "trap 'touch quit; exit' QUIT; touch ready; while :; do sleep 0.1; done";

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void stop() {
        cluster().abandon();
    }

    @Test
    void theDatabaseIsToldToQuit() throws IOException {
        run(Member.of(Kind.DATABASE, 1));

        cluster().crash("database");

        assertThat(folder.resolve("quit")).exists();
        assertThat(cluster().running()).isEmpty();
    }

    @Test
    void everybodyElseIsKilled() throws IOException {
        run(Member.of(Kind.AUTH, 1));

        cluster().crash("auth-1");

        assertThat(folder.resolve("quit")).doesNotExist();
        assertThat(cluster().running()).isEmpty();
    }

    private void run(Member member) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", QUITTER)
                .directory(folder.toFile())
                .start();
        await().until(() -> Files.exists(folder.resolve("ready")));
        Members members = new Members(new StateFile(new Home(folder).stateFile()));
        members.addMissing(List.of(member.running(ProcessId.of(process.toHandle()))));
    }

    private Cluster cluster() {
        return new Cluster(new Home(folder), new Workshop(folder), Life.AT_ONCE, Progress.silent());
    }
}
