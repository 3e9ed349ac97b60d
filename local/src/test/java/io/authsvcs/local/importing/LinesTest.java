package io.authsvcs.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void linesOfEverySystemAreRead() throws IOException {
        assertThat(lines("one\ntwo\r\n\nfour"))
                .containsExactly(
                        new Line.Whole(1, "one"),
                        new Line.Whole(2, "two"),
                        new Line.Whole(3, ""),
                        new Line.Whole(4, "four"));
    }

    @Test
    void aFileWithoutALineHasNone() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    @Test
    void aLineOfTheLongestLengthIsReadAndALongerOneIsNot() throws IOException {
        assertThat(lines("12345678\n123456789\nend"))
                .containsExactly(
                        new Line.Whole(1, "12345678"),
                        new Line.Unfit(2, "The line is longer than 8 bytes"),
                        new Line.Whole(3, "end"));
    }

    @Test
    void aLineInAnotherEncodingIsUnfit() throws IOException {
        assertThat(lines("é\nb".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly(new Line.Unfit(1, "The line is not in UTF-8"), new Line.Whole(2, "b"));
    }

    @Test
    void theByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(lines("\ufeffa")).containsExactly(new Line.Whole(1, "a"));
    }

    @Test
    void thePositionCountsWhatWasSkippedToo() throws IOException {
        Lines lines = of("a\n123456789\n".getBytes(StandardCharsets.UTF_8));

        lines.next();
        lines.next();

        assertThat(lines.position()).isEqualTo(12);
    }

    private static List<Line> lines(String text) throws IOException {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Line> lines(byte[] bytes) throws IOException {
        Lines lines = of(bytes);
        List<Line> all = new ArrayList<>();
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(line.get());
        }
        return all;
    }

    private static Lines of(byte[] bytes) {
        return new Lines(new ByteArrayInputStream(bytes), 8);
    }
}
