package io.authsvcs.local.nemesis;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.authsvcs.local.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What clients have begun and were answered, a JSON object a line, for its owner's eyes only: the passwords and tokens of
 * the users of its run are in it.
 */
final class Journal implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** A new one; there must be none yet. */
    static Journal create(Path path) {
        Folders.createParent(path);
        try {
            return new Journal(FileChannel.open(
                    path,
                    Set.of(CREATE_NEW, WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** It is on disk when this returns. */
    synchronized void write(Entry entry) {
        byte[] line = (JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** From the first one on. */
    static void read(Path path, Consumer<Entry> reader) {
        try (Stream<String> lines = Files.lines(path)) {
            lines.map(line -> JSON.readValue(line, Entry.class)).forEach(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
