package io.authsvcs.local;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import io.authsvcs.local.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** One at a time: two that start and stop the same processes would undo each other's work. */
record ClusterLock(Path path) {
    /** Does the work alone; refuses at once when somebody else is at it. The lock ends with its holder, however that ends. */
    <T> T alone(Supplier<T> work) {
        Folders.createParent(path);
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (!acquired(channel)) {
                throw busy();
            }
            sign(channel);
            return work.get();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    // The lock is released by closing its channel.
    @SuppressWarnings("resource")
    private static boolean acquired(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ourselves) {
            return false;
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
        channel.truncate(0).write(ByteBuffer.wrap(pid), 0);
    }

    private Fault busy() {
        return new Fault(
                FaultKind.BUSY,
                "authctl",
                "Another authctl (pid " + holder() + ") is at work on this cluster.",
                "Wait until it is done, or end it; then try again.");
    }

    private String holder() {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
