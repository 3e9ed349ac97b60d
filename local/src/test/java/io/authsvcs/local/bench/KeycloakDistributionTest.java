package io.authsvcs.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakDistributionTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFolderInItIsUnpacked() throws IOException {
        Path zip = zip("keycloak-1/bin/kc.sh");

        Path unpacked = KeycloakDistribution.unpack(zip, Files.createDirectory(folder.resolve("unpacked")));

        assertThat(unpacked).isEqualTo(folder.resolve("unpacked").resolve("keycloak-1"));
        assertThat(unpacked.resolve("bin").resolve("kc.sh")).hasContent("content");
    }

    @Test
    void nothingIsWrittenElsewhere() throws IOException {
        Path zip = zip("../elsewhere");

        assertThatThrownBy(() -> KeycloakDistribution.unpack(zip, Files.createDirectory(folder.resolve("unpacked"))))
                .hasMessageContaining("leads out of");
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    private Path zip(String entry) throws IOException {
        Path zip = folder.resolve("it.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write("content".getBytes(UTF_8));
        }
        return zip;
    }
}
