package io.authsvcs.local.process;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** What one process writes, for its owner alone. The log of its previous life is kept beside it, as {@code NAME.previous.log}. */
public record LogFile(Path path) {
    private static final int TAIL_BYTES = 1 << 20;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** Makes room for a new life. */
    public void rotate() {
        try {
            if (Files.exists(path)) {
                Files.move(path, previous(), REPLACE_EXISTING);
            }
            Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The last lines, oldest first; none where there is no log. At most a MiB of it is looked at. */
    public List<String> lastLines(int count) {
        if (!Files.exists(path)) {
            return List.of();
        }
        List<String> lines = tail().lines().toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    private Path previous() {
        return path.resolveSibling(path.getFileName().toString().replaceFirst("\\.log$", ".previous.log"));
    }

    private String tail() {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(file.length(), TAIL_BYTES)];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
