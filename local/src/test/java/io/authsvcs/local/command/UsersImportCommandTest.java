package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.administration.FakeGateway.Answer;
import io.authsvcs.local.administration.FakeGateway.Asked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fake gateway imports a line, refuses one that says "bad", and knows one that says "old". */
class UsersImportCommandTest {
    private static final String IMPORT = "POST /v1/admin/users/import";
    private static final int MOST_BYTES = 60 * 1024;

    private final Path folder;
    private final TestAuthctl authctl;

    UsersImportCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        authctl = new TestAuthctl(folder);
        authctl.gateway.answering(IMPORT, UsersImportCommandTest::imported);
    }

    @AfterEach
    void close() {
        authctl.close();
    }

    @Test
    void everyLineIsSentOnceInCallsThatTheGatewayTakes() throws IOException {
        List<String> users = users(1_000);

        assertThat(authctl.run("users", "import", file(users))).isZero();

        assertThat(bodies().stream().flatMap(String::lines)).containsExactlyElementsOf(users);
        assertThat(bodies())
                .hasSize(5)
                .allSatisfy(body -> assertThat(body.lines().count()).isLessThanOrEqualTo(200));
        assertThat(authctl.gateway.asked().getFirst().header("Content-type")).isEqualTo("application/x-ndjson");
        assertThat(authctl.out().strip()).isEqualTo("Imported 1000, existing 0, refused 0.");
    }

    @Test
    void longLinesMakeShortCalls() throws IOException {
        String user = "é".repeat(10_000);

        authctl.run("users", "import", file(Collections.nCopies(10, user)));

        assertThat(bodies().stream().map(body -> body.getBytes(StandardCharsets.UTF_8).length))
                .containsExactly(60_002, 60_002, 60_002, 20_000);
    }

    @Test
    void passwordsThatTheClusterHasToHashMakeShortCalls() throws IOException {
        authctl.run("users", "import", file(Collections.nCopies(10, "{\"password\" : \"purple monkey 9\"}")));

        assertThat(bodies().stream().map(body -> body.lines().count())).containsExactly(4L, 4L, 2L);
    }

    @Test
    void aLineOfTheLongestLengthIsSentAndALongerOneIsRefused() throws IOException {
        String longest = "x".repeat(MOST_BYTES);

        assertThat(authctl.run("users", "import", file(List.of("a", longest, longest + "x", "b"))))
                .isEqualTo(7);

        assertThat(bodies()).containsExactly("a", longest, "b");
        assertThat(authctl.err()).contains("line 3: The line is longer than 61440 bytes");
        assertThat(authctl.out().strip()).isEqualTo("Imported 3, existing 0, refused 1.");
    }

    @Test
    void refusedLinesAreNamedByTheirPlaceInTheFile() throws IOException {
        List<String> users = new ArrayList<>(users(450));
        users.set(0, "old");
        users.set(1, "");
        users.set(300, "bad");

        assertThat(authctl.run("users", "import", file(users))).isEqualTo(7);

        assertThat(authctl.err()).contains("line 301: Invalid request (email: is no address)");
        assertThat(authctl.out().strip()).isEqualTo("Imported 447, existing 1, refused 1.");
    }

    @Test
    void ofManyRefusedLinesTheFirstAreShownAndAllAreKept() throws IOException {
        Path refused = folder.resolve("refused.jsonl");
        List<String> bad = IntStream.range(0, 250).mapToObj(any -> "bad").toList();

        authctl.run("users", "import", file(bad), "--refused", refused.toString());

        assertThat(authctl.err().lines().filter(line -> line.startsWith("line ")))
                .hasSize(20);
        assertThat(authctl.err()).contains("… and 230 more, all in " + refused);
        assertThat(Files.readAllLines(refused))
                .hasSize(250)
                .last()
                .isEqualTo("{\"line\":250,\"reason\":\"Invalid request\","
                        + "\"errors\":[{\"field\":\"email\",\"reason\":\"is no address\"}]}");
    }

    @Test
    void forScriptsTheOutcomeIsOneObjectAndNothingElseIsSaid() throws IOException {
        assertThat(authctl.run("users", "import", file(List.of("a", "old", "bad", "bad")), "--json"))
                .isEqualTo(7);

        JsonNode outcome = JsonMapper.builder().build().readTree(authctl.out());
        assertThat(outcome.propertyNames()).containsExactly("imported", "existing", "refused");
        assertThat(outcome.path("imported").asInt()).isEqualTo(1);
        assertThat(outcome.path("existing").asInt()).isEqualTo(1);
        assertThat(outcome.path("refused")
                        .valueStream()
                        .map(line -> line.path("line").asInt()))
                .containsExactly(3, 4);
        assertThat(authctl.err()).isEmpty();
    }

    @Test
    void standardInputIsAFileToo() {
        assertThat(authctl.reading("a\r\nb").run("users", "import", "-")).isZero();

        assertThat(bodies()).containsExactly("a\nb");
    }

    @Test
    void aCallThatComesTooSoonIsRepeatedUnderTheSameKey() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        authctl.gateway.answering(IMPORT, asked -> calls.incrementAndGet() < 3 ? Answer.later("0") : imported(asked));

        assertThat(authctl.run("users", "import", file(List.of("a")))).isZero();

        assertThat(bodies()).containsExactly("a", "a", "a");
        assertThat(authctl.gateway.asked().stream().map(asked -> asked.header("Idempotency-key")))
                .hasSize(3)
                .containsOnly(authctl.gateway.asked().getFirst().header("Idempotency-key"));
    }

    @Test
    void aClusterThatStaysAwayEndsTheImportAndSaysHowFarItCame() throws IOException {
        authctl.gateway.answering(
                IMPORT, asked -> asked.body().contains("user-200\"") ? Answer.later("0") : imported(asked));

        assertThat(authctl.run("users", "import", file(users(300)))).isEqualTo(1);

        assertThat(authctl.err())
                .contains(
                        "503, Unavailable auth-svcs instances",
                        "Up to line 200 all is done: 200 imported, 0 existing, 0 refused.",
                        "may be repeated as a whole");
    }

    @Test
    void progressIsALineForEachTenth() throws IOException {
        authctl.run("users", "import", file(Collections.nCopies(2_000, "user")));

        assertThat(authctl.err().lines())
                .hasSize(10)
                .startsWith("… import  10 %")
                .endsWith("… import  100 %");
    }

    @Test
    void aFileThatIsNotThereIsASentence() {
        assertThat(authctl.run("users", "import", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(authctl.err()).contains("nowhere can't be read: there is none.");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(authctl.run("users", "import", folder.toString())).isEqualTo(2);
        assertThat(authctl.err()).contains("it is a folder");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsFoundOutBeforeAnythingIsSent() throws IOException {
        assertThat(authctl.run("users", "import", file(List.of("a")), "--refused", folder + "/nowhere/refused"))
                .isEqualTo(1);

        assertThat(authctl.err()).contains("nowhere/refused can't be written");
        assertThat(authctl.gateway.asked()).isEmpty();
    }

    private static Answer imported(Asked asked) {
        List<String> lines = asked.body().lines().toList();
        String refused = IntStream.rangeClosed(1, lines.size())
                .filter(number -> lines.get(number - 1).equals("bad"))
                .mapToObj(number -> "{\"line\":" + number + ",\"reason\":\"Invalid request\","
                        + "\"errors\":[{\"field\":\"email\",\"reason\":\"is no address\"}]}")
                .collect(Collectors.joining(","));
        long existing = lines.stream().filter("old"::equals).count();
        long imported =
                lines.size() - existing - lines.stream().filter("bad"::equals).count();
        return Answer.of(
                200, "{\"imported\":" + imported + ",\"existing\":" + existing + ",\"refused\":[" + refused + "]}");
    }

    private List<String> bodies() {
        return authctl.gateway.asked().stream().map(Asked::body).toList();
    }

    private String file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("users.jsonl"), lines).toString();
    }

    private static List<String> users(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"userName\":\"user-" + number + "\"}")
                .toList();
    }
}
