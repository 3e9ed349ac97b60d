package io.authsvcs.local.importing;

import io.authsvcs.local.administration.RefusedLine;
import io.authsvcs.local.fault.Fault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What was refused: all of it as JSON lines in a file, for there may be any number, and the first ones for a glance. */
public final class RefusedLines implements AutoCloseable {
    private static final int GLANCE = 20;

    private final Path file;
    private final boolean temporary;
    private final BufferedWriter writer;
    private final List<RefusedLine> first = new ArrayList<>();

    private RefusedLines(Path file, boolean temporary) throws IOException {
        this.file = file;
        this.temporary = temporary;
        this.writer = Files.newBufferedWriter(file);
    }

    /** In this file, which stays. */
    public static RefusedLines in(Path file) {
        try {
            return new RefusedLines(file, false);
        } catch (IOException refused) {
            throw Fault.failed(
                            file.toString(),
                            file + " can't be written: " + refused,
                            "Name another file with --refused, or none.")
                    .causedBy(refused);
        }
    }

    /** In a file that is gone afterwards. */
    public static RefusedLines passing() {
        try {
            return new RefusedLines(Files.createTempFile("authctl", ".refused"), true);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** At most 20. */
    public List<RefusedLine> first() {
        return List.copyOf(first);
    }

    /** All of them, in JSON, one after the other. */
    public void forEachJson(Consumer<String> reader) {
        try {
            writer.flush();
            try (var lines = Files.lines(file)) {
                lines.forEach(reader);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void add(RefusedLine line) {
        try {
            writer.write(line.json());
            writer.newLine();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        if (first.size() < GLANCE) {
            first.add(line);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
            if (temporary) {
                Files.delete(file);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
