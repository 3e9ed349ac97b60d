package io.authsvcs.auth.credential;

import static io.authsvcs.common.InvalidSetting.require;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import io.authsvcs.common.BreachListHeader;
import io.authsvcs.common.InvalidSetting;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that {@code authctl breach-list build} has made, read whole at the start or not at all. */
record BreachListFile(Path path) {
    private static final Logger log = LoggerFactory.getLogger(BreachListFile.class);
    private static final long LARGEST = Runtime.getRuntime().maxMemory() / 4;

    /** @throws InvalidSetting where it can't be used */
    BloomFilter<byte[]> read() {
        try {
            long size = Files.size(path);
            require(
                    size <= LARGEST,
                    "AUTH_PASSWORDS_BREACHLIST is larger than a quarter of this process's memory: " + size
                            + " bytes, of " + LARGEST + ".",
                    "Give it a larger heap, or make a smaller file: ./authctl breach-list build --help.");
            check(size - BreachListHeader.CHECKSUM_LENGTH);
            return readChecked();
        } catch (NoSuchFileException missing) {
            throw unreadable("there is no such file");
        } catch (IOException broken) {
            throw unreadable(broken.toString());
        }
    }

    /** First, as what is broken may name any size. */
    private void check(long length) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(open(), new CRC32())) {
            in.skipNBytes(Math.max(0, length));
            long found = in.getChecksum().getValue();
            if (new DataInputStream(in).readLong() != found) {
                throw new StreamCorruptedException("it is not as it was written");
            }
        }
    }

    private BloomFilter<byte[]> readChecked() throws IOException {
        try (DataInputStream in = new DataInputStream(open())) {
            BreachListHeader header = BreachListHeader.readFrom(in);
            BloomFilter<byte[]> filter = BloomFilter.readFrom(in, Funnels.byteArrayFunnel());
            log.info(
                    "{} breached passwords can't be set, nor {} of all others",
                    header.passwords(),
                    header.falsePositiveRate());
            return filter;
        }
    }

    private InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path));
    }

    private InvalidSetting unreadable(String why) {
        return new InvalidSetting(
                "AUTH_PASSWORDS_BREACHLIST can't be read: " + path + ", " + why + ".",
                "Name a file that './authctl breach-list build' has made, or none.");
    }
}
