package io.authsvcs.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HashProbeTest {
    private static final Path SETTINGS = Path.of("..", "auth-service", "src", "main", "resources", "application.yaml");

    @Test
    void itsParametersAreThoseOfAnInstance() throws IOException {
        assertThat(Files.readString(SETTINGS))
                .contains("memory-kib: " + HashProbe.MEMORY_KIB + "\n", "iterations: " + HashProbe.ITERATIONS + "\n");
    }

    @Test
    void theSameIsHashedEachTime() {
        HashProbe probe = new HashProbe();

        assertThat(probe.hash()).hasSize(32).isEqualTo(probe.hash());
    }
}
