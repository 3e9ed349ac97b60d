package io.authsvcs.local.importing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of one call: as many as it may carry, with their numbers. */
final class Chunk {
    /** The gateway takes 64 KiB. */
    static final int MOST_BYTES = 60 * 1024;

    /** As many lines, when each is as cheap as can be. */
    private static final int MOST_WORK = 200;

    /** The cluster hashes a password that comes as it is: half a second on a busy machine, and calls end after five. */
    private static final Pattern PASSWORD = Pattern.compile("\"password\"\\s*:");

    private static final int WORK_OF_A_PASSWORD = 50;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Long> numbers = new ArrayList<>();
    private int work;

    /** Whether there is room for it; an empty chunk has room for every line that isn't too long. */
    boolean hasRoomFor(Line.Whole line) {
        return work + workOf(line) <= MOST_WORK && bytes.size() + encoded(line).length <= MOST_BYTES;
    }

    void add(Line.Whole line) {
        bytes.writeBytes(encoded(line));
        numbers.add(line.number());
        work += workOf(line);
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    byte[] body() {
        return bytes.toByteArray();
    }

    /** The number in the file of the line that is the n-th here, the first being 1. */
    long numberOf(long nth) {
        return numbers.get(Math.toIntExact(nth) - 1);
    }

    long firstNumber() {
        return numbers.getFirst();
    }

    private static int workOf(Line.Whole line) {
        return PASSWORD.matcher(line.text()).find() ? WORK_OF_A_PASSWORD : 1;
    }

    /** With what separates it from the line before it. */
    private byte[] encoded(Line.Whole line) {
        return (isEmpty() ? line.text() : "\n" + line.text()).getBytes(StandardCharsets.UTF_8);
    }
}
