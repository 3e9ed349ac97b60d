package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theyStayTheSame() {
        assertThat(Secrets.kept(file())).isEqualTo(Secrets.kept(file()));
    }

    @Test
    void whatAnOlderAuthctlKnewNothingOfIsAdded() throws IOException {
        Files.writeString(
                file(),
                "{\"masterKey\":\"m\",\"adminPassword\":\"a\",\"registryPassword\":\"r\",\"databasePassword\":\"d\","
                        + "\"demoPassword\":\"x\"}");

        Secrets completed = Secrets.kept(file());

        assertThat(completed)
                .isEqualTo(new Secrets(
                        "m", "a", "r", "d", "x", completed.gatewayKey(), completed.instancesDatabasePassword()));
        assertThat(completed.gatewayKey()).hasSize(43);
        assertThat(Secrets.kept(file())).isEqualTo(completed);
        assertThat(mode(file())).isEqualTo("rw-------");
    }

    @Test
    void everyClusterHasItsOwn() {
        assertThat(Secrets.kept(file())).isNotEqualTo(Secrets.kept(folder.resolve("other.json")));
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        Secrets.kept(folder.resolve("new").resolve("secrets.json"));

        assertThat(mode(folder.resolve("new/secrets.json"))).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("new"))).isEqualTo("rwx------");
    }

    @Test
    void theMasterKeyHas32Bytes() {
        assertThat(Base64.getDecoder().decode(Secrets.kept(file()).masterKey())).hasSize(32);
    }

    @Test
    void passwordsNeedNoQuotes() {
        assertThat(Secrets.kept(file()).demoPassword()).matches("[A-Za-z0-9_-]{24}");
    }

    @Test
    void theyNeverPrintThemselves() {
        Secrets secrets = Secrets.kept(file());

        assertThat(secrets.toString()).doesNotContain(secrets.masterKey(), secrets.adminPassword());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Path file() {
        return folder.resolve("secrets.json");
    }
}
