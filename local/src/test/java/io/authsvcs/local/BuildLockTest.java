package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, in a tree whose Maven notes that it was called, and goes on when it is told to. */
class BuildLockTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> MODULES = List.of("registry", "auth-service", "gateway", "local");
    private static final String MAVEN = """
            #!/bin/sh
            mkdir building || { echo twice >> overlaps; exit 1; }
            echo once >> builds
            until [ -f go ]; do sleep 0.1; done
            for module in registry auth-service gateway local; do
                mkdir -p "$module/target"
                touch "$module/target/$module.jar"
            done
            rmdir building
            """;

    @TempDir
    private Path tree = Path.of("");

    @BeforeEach
    void plant() throws IOException {
        Files.copy(Path.of("..", "authctl"), tree.resolve("authctl"));
        Files.createDirectories(tree.resolve("common/src/main"));
        Files.createFile(tree.resolve("pom.xml"));
        Files.writeString(tree.resolve("mvnw"), MAVEN);
        Files.setPosixFilePermissions(tree.resolve("mvnw"), PosixFilePermissions.fromString("rwx------"));
        for (String module : MODULES) {
            Files.createDirectories(tree.resolve(module).resolve("src/main"));
            Files.createFile(tree.resolve(module).resolve("pom.xml"));
        }
    }

    @Test
    void theSecondAuthctlWaitsForTheBuildOfTheFirstAndUsesIt() throws IOException, InterruptedException {
        Process first = authctl("first");
        await().atMost(PATIENCE).until(() -> Files.exists(tree.resolve("builds")));
        Process second = authctl("second");
        await().atMost(PATIENCE)
                .until(() ->
                        said("second").contains("wait for the build of another authctl (pid " + first.pid() + ")"));

        Files.createFile(tree.resolve("go"));
        first.waitFor();
        second.waitFor();

        assertThat(said("first")).contains("ok build");
        assertThat(tree.resolve("builds")).hasContent("once");
        assertThat(tree.resolve("overlaps")).doesNotExist();
        assertThat(isLocked()).isFalse();
    }

    @Test
    void theLockOfAnAuthctlThatWasKilledIsVoid() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(tree.resolve(".authctl"));
        Files.createSymbolicLink(tree.resolve(".authctl/build.lock"), Path.of(Long.toString(gone.pid())));
        Files.createFile(tree.resolve("go"));

        authctl("next").waitFor();

        assertThat(said("next")).contains("ok build").doesNotContain("wait for");
    }

    @Test
    void aBuildThatFailsLetsTheNextOneIn() throws IOException, InterruptedException {
        Files.writeString(tree.resolve("mvnw"), "#!/bin/sh\nexit 1\n");
        authctl("first").waitFor();
        assertThat(isLocked()).isFalse();
        Files.writeString(tree.resolve("mvnw"), MAVEN);
        Files.createFile(tree.resolve("go"));

        authctl("second").waitFor();

        assertThat(said("first")).contains("The build failed.");
        assertThat(said("second")).contains("ok build");
    }

    private boolean isLocked() {
        return Files.isSymbolicLink(tree.resolve(".authctl/build.lock"));
    }

    private Process authctl(String name) throws IOException {
        ProcessBuilder script = new ProcessBuilder("./authctl", "restart", "all")
                .directory(tree.toFile())
                .redirectErrorStream(true)
                .redirectOutput(tree.resolve(name + ".out").toFile());
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return script.start();
    }

    private String said(String name) throws IOException {
        return Files.readString(tree.resolve(name + ".out"));
    }
}
