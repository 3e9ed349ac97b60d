package io.authsvcs.local.importing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of one call: as many as it may carry, with their numbers. */
final class Chunk {
    /** The gateway takes 64 KiB. */
    static final int MOST_BYTES = 60 * 1024;

    private static final int MOST_LINES = 200;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Long> numbers = new ArrayList<>();

    /** Whether there is room for it; an empty chunk has room for every line that isn't too long. */
    boolean hasRoomFor(Line.Whole line) {
        return numbers.size() < MOST_LINES && bytes.size() + encoded(line).length <= MOST_BYTES;
    }

    void add(Line.Whole line) {
        bytes.writeBytes(encoded(line));
        numbers.add(line.number());
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

    /** With what separates it from the line before it. */
    private byte[] encoded(Line.Whole line) {
        return (isEmpty() ? line.text() : "\n" + line.text()).getBytes(StandardCharsets.UTF_8);
    }
}
