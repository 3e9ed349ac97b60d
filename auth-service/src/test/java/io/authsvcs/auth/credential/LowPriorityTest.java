package io.authsvcs.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LowPriorityTest {
    private static final int NICE = 19;
    private static final int NICER = 10;
    private static final int MOST = 19;

    @Test
    @EnabledOnOs(OS.LINUX)
    void hashesGiveWayToEverythingElse() throws Exception {
        int usual = nice();
        int low = Math.min(usual + NICER, MOST);
        try (HashLane lane = new HashLane(1, 1, Duration.ofMinutes(1), 0)) {
            assertThat(lane.run(Precedence.STRANGER, scratch -> nice()).block()).isEqualTo(low);
            assertThat(lane.run(Precedence.STRANGER, scratch -> "")
                            .map(hashed -> nice())
                            .block())
                    .as("of whoever goes on with the hash")
                    .isEqualTo(usual);
        }
        assertThat(nice()).as("of everybody else").isEqualTo(usual);
    }

    /** Of this thread, by proc_pid_stat(5): the 19th field, of which the first two end with a bracket. */
    private static int nice() {
        String stat = read(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICE - 3]);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
