package io.authsvcs.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.authsvcs.local.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that only its owner may read, written whole or not at all. */
public final class PrivateFile {
    private PrivateFile() {}

    public static void write(Path path, byte[] content) {
        try {
            Path folder = Folders.createParent(path);
            // Temporary files are their owner's alone from the first moment (0600).
            Path draft = Files.createTempFile(folder, path.getFileName().toString(), ".draft");
            Files.write(draft, content);
            Files.move(draft, path, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
