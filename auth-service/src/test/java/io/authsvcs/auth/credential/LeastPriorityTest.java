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

class LeastPriorityTest {
    private static final int POLICY = 41;
    private static final String OTHER = "0";
    private static final String IDLE = "5";

    @Test
    @EnabledOnOs(OS.LINUX)
    void hashesAreWorkedAtOnlyWhileNobodyElseWantsTo() throws Exception {
        try (HashLane lane = new HashLane(1, 1, Duration.ofMinutes(1), 0)) {
            assertThat(lane.run(scratch -> policy()).block()).isEqualTo(IDLE);
            assertThat(lane.run(scratch -> "").map(hashed -> policy()).block())
                    .as("of whoever goes on with the hash")
                    .isEqualTo(OTHER);
        }
        assertThat(policy()).as("of everybody else").isEqualTo(OTHER);
    }

    /** Of this thread, by proc_pid_stat(5): the 41st field, of which the first two end with a bracket. */
    private static String policy() {
        String stat = read(Path.of("/proc/thread-self/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[POLICY - 3];
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
