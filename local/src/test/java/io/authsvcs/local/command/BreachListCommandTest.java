package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreachListCommandTest {
    private final Path folder;
    private final TestAuthctl authctl;

    BreachListCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        authctl = new TestAuthctl(folder);
    }

    @AfterEach
    void close() {
        authctl.close();
    }

    @Test
    void aListIsMadeIntoAFileAndNoPasswordIsShown() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "correct horse\n".repeat(10));
        Path made = folder.resolve("breached.bin");

        assertThat(authctl.run("breach-list", "build", list.toString(), made.toString(), "--one-in", "500"))
                .isZero();

        assertThat(authctl.out().strip())
                .isEqualTo("Kept 10 passwords in " + made + "; of 500 others, one is taken for one of them.");
        assertThat(authctl.err()).contains("100 %").doesNotContain("horse");
        assertThat(made).exists();
        assertThat(authctl.gateway.asked()).isEmpty();
    }

    @Test
    void aListThatIsNotThereIsAMatterOfUsage() {
        assertThat(authctl.run("breach-list", "build", folder.resolve("none").toString(), "x"))
                .isEqualTo(2);
        assertThat(authctl.err()).contains("can't be read").contains("a password, or its SHA-1");
    }
}
