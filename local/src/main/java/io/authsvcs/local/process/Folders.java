package io.authsvcs.local.process;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Folders that only their owner may enter. */
public final class Folders {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private Folders() {}

    /** With its parents; what is there stays as it is. */
    public static Path create(Path folder) {
        try {
            return Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The folder of a file, made if it is not there. */
    public static Path createParent(Path file) {
        return create(Objects.requireNonNull(file.toAbsolutePath().getParent(), "A file is in some folder"));
    }

    /** An empty folder in which to prepare what will be placed at a path. */
    public static Path createBeside(Path path) {
        try {
            return Files.createTempDirectory(createParent(path), path.getFileName() + ".unfinished");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Gives a finished folder its place in one step; when somebody else was quicker, theirs stays. */
    public static void place(Path finished, Path path) {
        try {
            Files.move(finished, path, ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException quicker) {
            delete(finished);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** With all that is in it; nothing to do where there is none. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
