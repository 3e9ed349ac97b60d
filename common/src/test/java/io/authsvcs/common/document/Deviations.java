package io.authsvcs.common.document;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where we differ from what was published, on purpose: the rows of docs/contracts/deviations.md. */
public record Deviations(List<Row> rows) {
    private static final Pattern QUOTE = Pattern.compile("`` (.+?) ``|`(.+?)`");

    /**
     * One difference.
     *
     * @param contract the name of the document
     * @param quotes what it says, to the letter
     */
    public record Row(String contract, List<String> quotes, String instead, String why) {
        static Row parse(String line) {
            String[] cells = line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1);
            if (cells.length != 4 || Stream.of(cells).anyMatch(String::isBlank)) {
                throw new IllegalArgumentException(
                        "A row is | contract | `sentence` | what we do | why |, not " + line);
            }
            return new Row(cells[0].strip(), quotes(cells[1]), cells[2].strip(), cells[3].strip());
        }

        private static List<String> quotes(String cell) {
            List<String> quotes = QUOTE.matcher(cell).results().map(Row::quoted).toList();
            if (quotes.isEmpty()) {
                throw new IllegalArgumentException("Nothing is quoted in " + cell);
            }
            return quotes;
        }

        private static String quoted(MatchResult quote) {
            return quote.group().replaceAll("^`` ?| ?``$|^`|`$", "");
        }

        /** The quotes that this document doesn't have. */
        public List<String> strangeTo(ContractDocument document) {
            String text = document.asDocumented().replaceAll("(?m)^> ?", "").replaceAll("[ \\n]+", " ");
            return quotes.stream().filter(quote -> !text.contains(quote)).toList();
        }

        @Override
        public String toString() {
            return contract + ": " + quotes;
        }
    }

    public static Deviations read() {
        return parse(ContractDocument.page("deviations"));
    }

    static Deviations parse(String page) {
        return new Deviations(Arrays.stream(page.split("\n"))
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(Row::parse)
                .toList());
    }

    public Stream<Row> of(ContractDocument document) {
        return rows.stream().filter(row -> row.contract().equals(document.name()));
    }

    /** The published lines that our example has not, though no row says why. */
    public List<String> unexplained(ContractDocument document, Published published, Example ours) {
        return published.changedIn(ours).stream()
                .filter(line ->
                        of(document).flatMap(row -> row.quotes().stream()).noneMatch(line::contains))
                .toList();
    }
}
