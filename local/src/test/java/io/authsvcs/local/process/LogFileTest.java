package io.authsvcs.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void onlyTheLastLinesAreShown() throws IOException {
        Files.writeString(folder.resolve("a.log"), "one\ntwo\nthree\n");

        assertThat(log().lastLines(2)).containsExactly("two", "three");
    }

    @Test
    void aNewLogIsItsOwnersAlone() throws IOException {
        log().rotate();

        assertThat(Files.getPosixFilePermissions(folder.resolve("a.log")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void noLogHasNoLines() {
        assertThat(log().lastLines(5)).isEmpty();
    }

    @Test
    void theEndOfALongLogIsReadAlone() throws IOException {
        Files.writeString(folder.resolve("a.log"), "x\n".repeat(2_000_000) + "end\n");

        assertThat(log().lastLines(1)).containsExactly("end");
    }

    private LogFile log() {
        return new LogFile(folder.resolve("a.log"));
    }
}
