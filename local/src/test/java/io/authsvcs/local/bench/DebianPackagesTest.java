package io.authsvcs.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.process.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianPackagesTest {
    private static final Path FILE = Path.of("usr", "bin", "absent");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aProgramThatWasUnpackedBeforeIsFoundWithItsLibraries() throws IOException {
        Path program = folder.resolve("absent").resolve(FILE);
        Path library = folder.resolve(Path.of("absent", "usr", "lib", "libx.so.2"));
        Folders.createParent(program);
        Folders.createParent(library);
        Files.createFile(program);
        Files.createFile(library);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        DebianPackages packages = new DebianPackages(folder);

        assertThat(packages.find(FILE, List.of("absent"))).contains(program);
        assertThat(packages.libraries(program)).containsExactly(library.getParent());
    }

    @Test
    void aPackageThatThereIsNotLeavesNothingBehind() throws IOException {
        assertThat(new DebianPackages(folder).find(FILE, List.of("there-is-no-such-package")))
                .isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
