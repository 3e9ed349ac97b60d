package io.authsvcs.auth.credential;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import io.authsvcs.common.BreachListHeader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** The bytes of a file as {@code authctl breach-list build} makes it; its own test has the same three passwords. */
public final class TestBreachList {
    private TestBreachList() {}

    public static byte[] of(String... passwords) {
        BloomFilter<byte[]> filter = BloomFilter.create(Funnels.byteArrayFunnel(), passwords.length, 0.001);
        List.of(passwords).forEach(password -> filter.put(BreachListHeader.digest(password)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckedOutputStream checked = new CheckedOutputStream(bytes, new CRC32());
        try (DataOutputStream out = new DataOutputStream(checked)) {
            new BreachListHeader(passwords.length, 0.001).writeTo(out);
            filter.writeTo(out);
            out.writeLong(checked.getChecksum().getValue());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
