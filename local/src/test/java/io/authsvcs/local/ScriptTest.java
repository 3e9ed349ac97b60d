package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the script builds, and what it says by itself. */
class ScriptTest {
    @TempDir
    private Path root = Path.of("");

    private TestTree tree = new TestTree(root);

    @BeforeEach
    void plant() throws IOException {
        tree = TestTree.planted(root);
        tree.letBuildsEnd();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scale 2",
                "restart all",
                "status",
                "logs",
                "kill auth-1",
                "admin token",
                "users find ann",
                "partners list",
                "keys list",
                "audit tail"
            })
    void inAFreshCloneNothingIsBuiltToSayThatNothingRuns(String command) throws IOException, InterruptedException {
        assertThat(tree.authctl("asked", command.split(" ")).waitFor()).isEqualTo(3);

        assertThat(tree.said("asked")).contains("The cluster does not run.").contains("authctl up");
        assertThat(tree.builds()).doesNotExist();
    }

    @Test
    void downInAFreshCloneHasNothingToBuild() throws IOException, InterruptedException {
        assertThat(tree.authctl("asked", "down").waitFor()).isZero();

        assertThat(tree.said("asked")).contains("Nothing was running.");
        assertThat(tree.builds()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scale 2", "restart all", "status"})
    void aClusterWhoseProcessesHaveGoneDoesNotRun(String command) throws IOException, InterruptedException {
        tree.remember(TestTree.gone(), TestTree.gone());

        assertThat(tree.authctl("asked", command.split(" ")).waitFor()).isEqualTo(3);

        assertThat(tree.builds()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scale 2", "restart all"})
    void whatIsStaleIsNotBuiltForAClusterThatDoesNotRun(String command) throws IOException, InterruptedException {
        tree.authctl("first", "up").waitFor();
        tree.changeAfterTheBuild("gateway");
        Files.delete(tree.builds());

        tree.authctl("asked", command.split(" ")).waitFor();

        assertThat(tree.said("asked")).contains("java ").contains(command);
        assertThat(tree.builds()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scale 2", "restart all", "status", "down"})
    void whereSomethingRunsWhatItNeedsIsBuilt(String command) throws IOException, InterruptedException {
        tree.remember(TestTree.gone(), ProcessHandle.current().pid());

        tree.authctl("asked", command.split(" ")).waitFor();

        assertThat(tree.said("asked")).contains("ok build").contains("java ");
    }

    @Test
    void javaHearsHowLongTheBuildTook() throws IOException, InterruptedException {
        tree.authctl("first", "up").waitFor();
        tree.authctl("second", "up").waitFor();

        assertThat(tree.said("first")).containsPattern("-Dauthsvcs\\.built=\\d+");
        assertThat(tree.said("second")).contains("java ").doesNotContain("authsvcs.built");
    }
}
