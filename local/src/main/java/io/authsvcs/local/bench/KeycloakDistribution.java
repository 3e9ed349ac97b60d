package io.authsvcs.local.bench;

import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.process.Folders;
import io.authsvcs.local.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What Keycloak publishes, in the version that the root pom.xml names: Maven fetches it, when it is asked for, and never a
 * build.
 */
record KeycloakDistribution(Workshop workshop, Path folder) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Unpacked anew: the database of an earlier run isn't in it. Empty where it can't be had. */
    Optional<Path> unpack() {
        Path into = folder.resolve("unpacked");
        Folders.delete(into);
        return fetch().map(zip -> unpack(zip, Folders.create(into)));
    }

    static LeftOut leftOut() {
        return new LeftOut(
                Contestant.KEYCLOAK.word(),
                "Maven could not fetch its distribution.",
                "Let Maven reach its registry; ./mvnw -pl benchmark dependency:copy@fetch-keycloak says what is in the way.");
    }

    private Optional<Path> fetch() {
        Path fetched = Folders.create(folder.resolve("fetched"));
        if (zip(fetched).isEmpty()) {
            var _ = Tool.run(
                    List.of(
                            workshop.root().resolve("mvnw").toString(),
                            "--file=" + workshop.root(),
                            "--batch-mode",
                            "--no-transfer-progress",
                            "--projects=benchmark",
                            "-DoutputDirectory=" + fetched,
                            "dependency:copy@fetch-keycloak"),
                    Map.of("JAVA_HOME", System.getProperty("java.home")),
                    PATIENCE);
        }
        return zip(fetched);
    }

    private static Optional<Path> zip(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".zip"))
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @return the one folder that is in it */
    static Path unpack(Path zip, Path into) {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                write(entry, entries, into);
            }
            try (Stream<Path> top = Files.list(into)) {
                return top.findFirst().orElseThrow();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(ZipEntry entry, InputStream content, Path into) throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException(entry.getName() + " leads out of " + into);
        }
        if (entry.isDirectory()) {
            Folders.create(file);
        } else {
            Folders.createParent(file);
            Files.copy(content, file);
        }
    }
}
