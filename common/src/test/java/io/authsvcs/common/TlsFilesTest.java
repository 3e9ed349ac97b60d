package io.authsvcs.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void neitherIsNeeded() {
        assertThat(TlsFiles.of("X_TLS", "", " ")).isEmpty();
    }

    @Test
    void oneWithoutTheOtherIsRefused() {
        assertThatThrownBy(() -> TlsFiles.of("X_TLS", "a.pem", ""))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("X_TLS_PRIVATE_KEY is missing");
        assertThatThrownBy(() -> TlsFiles.of("X_TLS", "", "a.key"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("X_TLS_CERTIFICATE is missing");
    }

    @Test
    void whatCannotBeReadIsRefusedByItsName() throws IOException {
        String file = Files.createFile(folder.resolve("a.pem")).toString();

        assertThatThrownBy(() -> TlsFiles.of("X_TLS", "nowhere.pem", file))
                .hasMessage("X_TLS_CERTIFICATE names a file that can't be read: nowhere.pem");
        assertThatThrownBy(() -> TlsFiles.of("X_TLS", file, folder.toString()))
                .hasMessageContaining("X_TLS_PRIVATE_KEY names a file that can't be read");
        assertThat(TlsFiles.of("X_TLS", file, file)).isPresent();
    }
}
