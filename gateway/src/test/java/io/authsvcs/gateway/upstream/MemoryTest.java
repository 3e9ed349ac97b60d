package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    private static final Registration A = new Registration("a", "h", 1, false, "1.2.3", Registration.Status.UP);
    private static final Registration B = new Registration("b", "h", 2, false, "1.2.3", Registration.Status.UP);

    @TempDir
    Path folder;

    @Test
    void whatIsKeptIsRecalledByTheNext() {
        memory().keep(List.of(A, B));
        memory().keep(List.of(B));

        assertThat(memory().recall()).containsExactly(B);
        assertThat(folder).isDirectoryContaining(path -> path.equals(file()));
    }

    @Test
    void whatAGatewayOfBeforeTlsHasKeptIsRecalled() throws IOException {
        Files.writeString(file(), """
                [{"id":"a","host":"h","port":1,"version":"1.2.3","status":"UP"}]
                """);

        assertThat(memory().recall()).containsExactly(A);
    }

    @Test
    void nobodyIsNotKept() {
        memory().keep(List.of(A));
        memory().keep(List.of());

        assertThat(memory().recall()).containsExactly(A);
    }

    @Test
    void onlyItsOwnerMayReadAndWriteIt() throws IOException {
        memory().keep(List.of(A));

        assertThat(Files.getPosixFilePermissions(file())).hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void whatCannotBeReadIsNobody() throws IOException {
        assertThat(memory().recall()).isEmpty();
        Files.writeString(file(), "[{");

        assertThat(memory().recall()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenStopsNothing() {
        Memory nowhere = new Memory(Optional.of(folder.resolve("missing").resolve("instances.json")));

        nowhere.keep(List.of(A));

        assertThat(nowhere.recall()).isEmpty();
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenAsSoonAsItCan() throws IOException {
        Path later = folder.resolve("later");
        Memory memory = new Memory(Optional.of(later.resolve("instances.json")));
        memory.keep(List.of(A));
        Files.createDirectory(later);

        memory.keep(List.of(A));

        assertThat(new Memory(Optional.of(later.resolve("instances.json"))).recall())
                .containsExactly(A);
    }

    @Test
    void whatCouldNotBeWrittenLeavesNothingBehind() throws IOException {
        Files.createDirectory(file());
        Files.writeString(file().resolve("in-the-way"), "");

        memory().keep(List.of(A));

        assertThat(folder.toFile().list()).containsExactly("instances.json");
    }

    @Test
    void withoutAFileNothingIsRecalled() {
        Memory none = new Memory(Optional.empty());
        none.keep(List.of(A));

        assertThat(none.recall()).isEmpty();
    }

    private Memory memory() {
        return new Memory(Optional.of(file()));
    }

    private Path file() {
        return folder.resolve("instances.json");
    }
}
