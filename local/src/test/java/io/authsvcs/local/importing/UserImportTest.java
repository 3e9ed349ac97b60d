package io.authsvcs.local.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.administration.Administration;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** In a cluster where nobody can log in. */
class UserImportTest {
    private final Administration administration = new Administration(URI.create("http://localhost:1"), () -> {
        throw new Fault(FaultKind.NOT_RUNNING, "gateway", "The gateway does not run.", "Start it.");
    });

    @Test
    void anImportEndsWithTheKindOfFaultThatEndedIt() {
        assertThatThrownBy(() -> run(new ByteArrayInputStream("a".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(FaultKind.NOT_RUNNING))
                .hasMessageContaining("The gateway does not run. Up to line 0 all is done");
    }

    @Test
    void aFileThatBreaksOffIsASentence() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();

        assertThatThrownBy(() -> run(broken))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("The file can't be read: Stream closed");
    }

    @Test
    void anEmptyFileNeedsNobody() {
        assertThat(run(InputStream.nullInputStream())).isEqualTo(new ImportReport(0, 0, 0));
    }

    private ImportReport run(InputStream file) {
        try (RefusedLines refused = RefusedLines.passing()) {
            return new UserImport(administration.users(), refused, bytes -> {}).run(file);
        }
    }
}
