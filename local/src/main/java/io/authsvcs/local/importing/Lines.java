package io.authsvcs.local.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of UTF-8, of which only the present one is in memory, and of that one no more than a call can carry. */
final class Lines {
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final InputStream in;
    private final int longest;
    private long number;
    private long position;

    /** @param longest in bytes, without the line's end */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** How many bytes were read. */
    long position() {
        return position;
    }

    /** Empty at the end. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long start = position;
        int each = read();
        while (each != END && each != '\n') {
            if (bytes.size() <= longest) {
                bytes.write(each);
            }
            each = read();
        }
        return position == start ? Optional.empty() : Optional.of(line(bytes.toByteArray()));
    }

    private Line line(byte[] bytes) {
        number++;
        if (bytes.length > longest) {
            return new Line.Unfit(number, "The line is longer than " + longest + " bytes");
        }
        try {
            return new Line.Whole(number, text(bytes));
        } catch (CharacterCodingException otherEncoding) {
            return new Line.Unfit(number, "The line is not in UTF-8");
        }
    }

    private String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        boolean marked = number == 1 && text.indexOf(BYTE_ORDER_MARK) == 0;
        return (marked ? text.substring(1) : text).strip();
    }

    private int read() throws IOException {
        int each = in.read();
        position += each == END ? 0 : 1;
        return each;
    }
}
