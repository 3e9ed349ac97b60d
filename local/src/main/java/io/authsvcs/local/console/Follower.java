package io.authsvcs.local.console;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads on in a log that grows, and begins again in the new one when its process does. */
public final class Follower {
    private static final int MOST_BYTES = 1 << 20;

    private final Path path;
    private Optional<Object> file;
    private long position;

    private Follower(Path path, Optional<Object> file, long position) {
        this.path = path;
        this.file = file;
        this.position = position;
    }

    /** The first news are what is there already, the last MiB of it at most; what comes after follows on it exactly. */
    public static Follower nearTheEndOf(Path path) {
        return new Follower(path, identity(path), Math.max(0, path.toFile().length() - MOST_BYTES));
    }

    /** The whole lines that came since the last time. */
    public List<String> news() {
        Optional<Object> now = identity(path);
        if (!now.equals(file)) {
            file = now;
            position = 0;
        }
        return now.isPresent() ? read() : List.of();
    }

    private List<String> read() {
        try (RandomAccessFile log = new RandomAccessFile(path.toFile(), "r")) {
            log.seek(Math.min(position, log.length()));
            byte[] bytes = new byte[(int) Math.min(log.length() - log.getFilePointer(), MOST_BYTES)];
            log.readFully(bytes);
            int whole = lengthOfWholeLines(bytes);
            position = log.getFilePointer() - bytes.length + whole;
            return new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int lengthOfWholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static Optional<Object> identity(Path path) {
        try {
            return Files.exists(path) ? Optional.ofNullable(Files.getAttribute(path, "unix:ino")) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
