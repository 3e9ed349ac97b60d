package io.authsvcs.common;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a file of breached passwords begins with. A Bloom filter of their {@linkplain #digest digests} follows, and the
 * CRC-32 of all before it, as a long. {@code authctl} writes such files, instances read them.
 *
 * @param passwords how many are in it
 * @param falsePositiveRate which share of all others is taken for one of them
 */
public record BreachListHeader(long passwords, double falsePositiveRate) {
    /** In bytes. */
    public static final int CHECKSUM_LENGTH = Long.BYTES;

    // "authbrl1", of which the digit is the version of all that follows.
    private static final long MAGIC = 0x61757468_62726c31L;

    public void writeTo(DataOutput out) throws IOException {
        out.writeLong(MAGIC);
        out.writeLong(passwords);
        out.writeDouble(falsePositiveRate);
    }

    public static BreachListHeader readFrom(DataInput in) throws IOException {
        if (in.readLong() != MAGIC) {
            throw new StreamCorruptedException("it doesn't begin as one");
        }
        return new BreachListHeader(in.readLong(), in.readDouble());
    }

    /** SHA-1, as published lists have it. */
    public static byte[] digest(String password) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This JDK has no SHA-1", impossible);
        }
    }
}
