package io.authsvcs.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.authsvcs.local.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresAccountTest {
    @TempDir
    private Path folder = Path.of("");

    private final PostgresAccount.Nobody nobody = PostgresAccount.Nobody.ofThisSystem();

    @Test
    void nobodyKeepsNoneOfRootsGroups() {
        assumeTrue(nobody.isPossible(), "root may be nobody");

        assertThat(Tool.run(nobody.as(List.of("id", "-G")), Map.of()).output().strip())
                .isEqualTo(nobody.group())
                .isNotEqualTo("0");
    }

    @Test
    void nobodyMakesAndOwnsTheDataWhereRootMayNotUseNamespaces() throws IOException {
        assumeTrue(nobody.isPossible(), "root may be nobody");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path binaries = PostgresBinaries.unpackInto(folder.resolve("cluster/postgres"));
        nobody.own(binaries);
        DataDirectory data = new DataDirectory(folder.resolve("cluster/postgres/data"), binaries, nobody);

        data.create("of-the-test");

        assertThat(data.exists()).isTrue();
        assertThat(Files.getOwner(data.path()).getName()).isEqualTo("nobody");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("cluster"))))
                .isEqualTo("rwx--x--x");
    }

    @Test
    void anOrdinaryUserNeedsNoOtherAccount() {
        assertThat(new PostgresAccount.Myself().as(List.of("initdb"))).containsExactly("initdb");
    }
}
