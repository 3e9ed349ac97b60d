package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of which the gateway runs, and nothing else. */
class RunningClusterTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void statusWithoutInstancesIsNotWell() throws IOException {
        try (TestAuthctl authctl = new TestAuthctl(folder)) {
            assertThat(authctl.run("status")).isEqualTo(5);
            assertThat(authctl.out()).contains("No instances").contains("authctl scale N");
        }
    }

    @Test
    void nobodyIsRenewedWhereThereIsNoInstance() throws IOException {
        try (TestAuthctl authctl = new TestAuthctl(folder)) {
            assertThat(authctl.run("restart", "all")).isZero();
            assertThat(authctl.out()).contains("There is no instance").doesNotContain("renewed");
        }
    }
}
