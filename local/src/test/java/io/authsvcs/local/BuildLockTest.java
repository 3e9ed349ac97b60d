package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two authctl at the same time, in a tree where nothing is built. */
class BuildLockTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path root = Path.of("");

    private TestTree tree = new TestTree(root);

    @BeforeEach
    void plant() throws IOException {
        tree = TestTree.planted(root);
    }

    @Test
    void theSecondAuthctlWaitsForTheBuildOfTheFirstAndUsesIt() throws IOException, InterruptedException {
        Process first = tree.authctl("first", "up");
        await().atMost(PATIENCE).until(() -> Files.exists(tree.builds()));
        Process second = tree.authctl("second", "up");
        await().atMost(PATIENCE)
                .until(() -> tree.said("second")
                        .contains("wait for the build of another authctl (pid " + first.pid() + ")"));

        tree.letBuildsEnd();
        first.waitFor();
        second.waitFor();

        assertThat(tree.said("first")).contains("ok build");
        assertThat(tree.builds()).hasContent("once");
        assertThat(tree.overlaps()).doesNotExist();
        assertThat(isLocked()).isFalse();
    }

    @Test
    void theLockOfAnAuthctlThatWasKilledIsVoid() throws IOException, InterruptedException {
        Files.createDirectories(root.resolve(".authctl"));
        Files.createSymbolicLink(tree.lock(), Path.of(Long.toString(TestTree.gone())));
        tree.letBuildsEnd();

        tree.authctl("next", "up").waitFor();

        assertThat(tree.said("next")).contains("ok build").doesNotContain("wait for");
    }

    @Test
    void aBuildThatFailsLetsTheNextOneIn() throws IOException, InterruptedException {
        tree.breakMaven();
        tree.authctl("first", "up").waitFor();
        assertThat(isLocked()).isFalse();
        tree.mendMaven();
        tree.letBuildsEnd();

        tree.authctl("second", "up").waitFor();

        assertThat(tree.said("first")).contains("The build failed.");
        assertThat(tree.said("second")).contains("ok build");
    }

    private boolean isLocked() {
        return Files.isSymbolicLink(tree.lock());
    }
}
