package io.authsvcs.local.command;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What is imported. */
record ImportFile(InputStream stream, OptionalLong size) implements AutoCloseable {
    static final String STANDARD_INPUT = "-";

    private static final int BUFFER = 1 << 16;

    /** @param name a file's, or {@link #STANDARD_INPUT} */
    static ImportFile open(String name, InputStream standardInput) {
        return name.equals(STANDARD_INPUT)
                ? new ImportFile(new BufferedInputStream(standardInput, BUFFER), OptionalLong.empty())
                : open(Path.of(name));
    }

    private static ImportFile open(Path file) {
        if (Files.isDirectory(file)) {
            throw unreadable(file, "it is a folder");
        }
        try {
            return new ImportFile(
                    new BufferedInputStream(Files.newInputStream(file), BUFFER), OptionalLong.of(Files.size(file)));
        } catch (NoSuchFileException missing) {
            throw unreadable(file, "there is none").causedBy(missing);
        } catch (IOException refused) {
            throw unreadable(file, refused.toString()).causedBy(refused);
        }
    }

    private static Fault unreadable(Path file, String why) {
        return new Fault(
                FaultKind.USAGE,
                file.toString(),
                "The file " + file + " can't be read: " + why + ".",
                "Name a file of JSON lines, or - for standard input.");
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
