package io.authsvcs.common.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.authsvcs.common.document.Deviations.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DeviationsTest {
    private static final String PAGE = """
            ## Examples

            ### Login

            ```http
            POST /login HTTP/1.1

            {"user":"ann"}
            ```

            ```http
            HTTP/1.1 200 OK

            {
              "key": "1"
            }
            ```

            ## As documented

            > Logs somebody
            > in.

            ### Login

            ```http
            POST /login
            ```

            ```http
            HTTP/1.1 200

            {
                "key": "1",
            }
            ```
            """;
    private static final String TABLE = """
            | contract | says | we do | why |
            |---|---|---|---|
            """;

    @TestFactory
    Stream<DynamicTest> whateverWasPublishedIsAnExampleOfOurs() {
        return ContractDocument.all()
                .flatMap(document -> document.published().stream()
                        .map(published -> dynamicTest(
                                document + ": " + published,
                                () -> assertThat(ours(document, published)).isPresent())));
    }

    @TestFactory
    Stream<DynamicTest> noExampleDiffersWithoutARow() {
        Deviations deviations = Deviations.read();
        return ContractDocument.all()
                .flatMap(document -> document.published().stream()
                        .map(published -> dynamicTest(
                                document + ": " + published,
                                () -> assertThat(unexplained(deviations, document, published))
                                        .isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> everyRowQuotesItsDocument() {
        return Deviations.read().rows().stream()
                .map(row -> dynamicTest(
                        row.toString(),
                        () -> assertThat(row.strangeTo(ContractDocument.read(row.contract())))
                                .isEmpty()));
    }

    @Test
    void aDifferenceWithoutARowIsSeen() {
        assertThat(unexplained(TABLE)).containsExactly("\"key\": \"1\",");
        assertThat(unexplained(TABLE + "| other | `\"key\": \"1\",` | No comma. | JSON. |\n"))
                .hasSize(1);
        assertThat(unexplained(TABLE + "| api | `\"key\": \"1\",` | No comma. | JSON. |\n"))
                .isEmpty();
    }

    @Test
    void aDifferenceInStatusPathHeaderOrBodyIsSeen() {
        String same = PAGE.replace("\"key\": \"1\",", "\"key\": \"1\"");
        assertThat(unexplained(same, TABLE)).isEmpty();
        assertThat(unexplained(same.replace("200 OK", "201 Created"), TABLE)).containsExactly("200");
        assertThat(unexplained(same.replace("POST /login HTTP", "POST /login/ HTTP"), TABLE))
                .containsExactly("POST /login");
        assertThat(unexplained(same.replace("POST /login\n", "POST /login\nAccept: a\n"), TABLE))
                .containsExactly("accept: a");
        assertThat(unexplained(same.replaceFirst("\"1\"\n", "\"1\",\n  \"more\": 2\n"), TABLE))
                .contains("\"key\": \"1\"");
    }

    @Test
    void aKeyOfOursAloneIsSeen() {
        String more = PAGE.replaceFirst("\"key\": \"1\"\n", "\"key\": \"1\",\n\"more\": 2\n");

        assertThat(unexplained(more, TABLE)).containsExactly("+ \"more\": 2");
    }

    @Test
    void aQuoteOfWhatNobodySaidIsSeen() {
        ContractDocument document = ContractDocument.parse("api", PAGE);

        assertThat(row("Logs somebody in.").strangeTo(document)).isEmpty();
        assertThat(row("Logs somebody out.").strangeTo(document)).containsExactly("Logs somebody out.");
    }

    @Test
    void aRowSaysEverything() {
        assertThatThrownBy(() -> Deviations.parse(TABLE + "| api | `in` | | why |"))
                .hasMessageContaining("A row is");
        assertThatThrownBy(() -> Deviations.parse(TABLE + "| api | in | we do | why |"))
                .hasMessageContaining("Nothing is quoted");
    }

    private static Row row(String quote) {
        return new Row("api", List.of(quote), "Otherwise.", "So.");
    }

    private static List<String> unexplained(String table) {
        return unexplained(PAGE, table);
    }

    private static List<String> unexplained(String page, String table) {
        ContractDocument document = ContractDocument.parse("api", page);
        return unexplained(
                Deviations.parse(table), document, document.published().get(0));
    }

    private static List<String> unexplained(Deviations deviations, ContractDocument document, Published published) {
        return ours(document, published)
                .map(example -> deviations.unexplained(document, published, example))
                .orElse(List.of());
    }

    private static Optional<Example> ours(ContractDocument document, Published published) {
        return document.examples().stream()
                .filter(example -> example.title().equals(published.title()))
                .findFirst();
    }
}
