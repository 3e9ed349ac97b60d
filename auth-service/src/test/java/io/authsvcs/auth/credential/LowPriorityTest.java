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
    private static final String LOW = "10";

    @Test
    @EnabledOnOs(OS.LINUX)
    void hashesGiveWayToEverythingElse() throws Exception {
        String usual = nice();
        assertThat(usual).isNotEqualTo(LOW);
        try (HashLane lane = new HashLane(1, 1, Duration.ofMinutes(1), 0)) {
            assertThat(lane.run(scratch -> nice()).block()).isEqualTo(LOW);
            assertThat(lane.run(scratch -> "").map(hashed -> nice()).block())
                    .as("of whoever goes on with the hash")
                    .isEqualTo(usual);
        }
        assertThat(nice()).as("of everybody else").isEqualTo(usual);
    }

    /** Of this thread, by proc_pid_stat(5): the 19th field, of which the first two end with a bracket. */
    private static String nice() {
        String stat = read(Path.of("/proc/thread-self/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICE - 3];
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
