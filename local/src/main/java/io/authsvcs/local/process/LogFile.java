package io.authsvcs.local.process;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What one process writes. The log of its previous life is kept beside it, as {@code NAME.previous.log}. */
public record LogFile(Path path) {
    private static final int TAIL_BYTES = 1 << 20;

    /** Makes room for a new life. */
    public void rotate() {
        try {
            if (Files.exists(path)) {
                Files.move(path, previous(), REPLACE_EXISTING);
            }
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
