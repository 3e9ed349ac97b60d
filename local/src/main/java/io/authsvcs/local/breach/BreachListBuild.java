package io.authsvcs.local.breach;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import io.authsvcs.common.BreachListHeader;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** Makes a file of a list, which is read twice: the size of a filter is fixed before the first password is put in. */
public final class BreachListBuild {
    /** How often a list is read. */
    public static final int READINGS = 2;

    private static final long LARGEST = Runtime.getRuntime().maxMemory() / 2;
    private static final double BITS_OF_A_BYTE = 8;

    private final double falsePositiveRate;
    private final long atLeast;
    private final LongConsumer progress;
    private long position;

    /**
     * @param atLeast how often a password must have been seen
     * @param progress is told how many bytes were read, in both readings together
     */
    public BreachListBuild(double falsePositiveRate, long atLeast, LongConsumer progress) {
        this.falsePositiveRate = falsePositiveRate;
        this.atLeast = atLeast;
        this.progress = progress;
    }

    /** @return what the new file begins with */
    public BreachListHeader run(Path from, Path to) {
        long count = count(from);
        requireRoom(count);
        BloomFilter<byte[]> filter =
                BloomFilter.create(Funnels.byteArrayFunnel(), Math.max(1, count), falsePositiveRate);
        read(from, password -> filter.put(password.digest()));
        BreachListHeader header = new BreachListHeader(count, falsePositiveRate);
        write(header, filter, to);
        return header;
    }

    private long count(Path from) {
        long[] count = new long[1];
        read(from, password -> count[0]++);
        return count[0];
    }

    // The size of the best filter: n·ln(1/p)/ln²2 bits.
    private void requireRoom(long count) {
        double bytes = count * -Math.log(falsePositiveRate) / Math.pow(Math.log(2), 2) / BITS_OF_A_BYTE;
        if (bytes > LARGEST) {
            throw Fault.failed(
                    "breach-list",
                    "The file would be larger than instances can hold: " + count + " passwords.",
                    "Keep those that were seen more often (--at-least), or let more others be refused (--one-in).");
        }
    }

    private void read(Path from, Consumer<BreachedPassword> use) {
        // Each byte as a char: lists are not all of one encoding, and some lines of none.
        try (BufferedReader lines = Files.newBufferedReader(from, StandardCharsets.ISO_8859_1)) {
            for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
                BreachedPassword.parse(line.get())
                        .filter(password -> password.seen() >= atLeast)
                        .ifPresent(use);
                position += line.get().length() + 1;
                progress.accept(position);
            }
        } catch (IOException unreadable) {
            throw new Fault(
                            FaultKind.USAGE,
                            "breach-list",
                            "The file " + from + " can't be read: " + unreadable + ".",
                            "Name a text file with a password, or its SHA-1 in hexadecimal digits, a line.")
                    .causedBy(unreadable);
        }
    }

    private static Optional<String> next(BufferedReader lines) throws IOException {
        return Optional.ofNullable(lines.readLine());
    }

    /** Beside it first, so that no instance that starts meanwhile reads half a file. */
    private static void write(BreachListHeader header, BloomFilter<byte[]> filter, Path to) {
        Path unfinished = to.resolveSibling(to.getFileName() + ".unfinished");
        try {
            CheckedOutputStream checked =
                    new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)), new CRC32());
            try (DataOutputStream out = new DataOutputStream(checked)) {
                header.writeTo(out);
                filter.writeTo(out);
                out.writeLong(checked.getChecksum().getValue());
            }
            Files.move(unfinished, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw Fault.failed(
                            "breach-list",
                            "The file " + to + " can't be written: " + refused + ".",
                            "Name a place that can be written to, with room for it.")
                    .causedBy(refused);
        }
    }
}
