package io.authsvcs.common.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    private static final String BODY =
            "{\"data\":{\"id\":1,\"token\":\"00ff00ff\",\"names\":[\"a\",\"b\"]},\"meta\":null}";

    @Test
    void theSameIsTheSame() {
        assertThat(differences(BODY)).isEmpty();
        assertThat(differences(BODY.replace("00ff00ff", "0123abcd").replace(":1,", ":77,")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"b\"|\"c\"|data.names.1: expected \"b\", was \"c\"",
                ",\"b\"|''|data.names: expected [\"a\",\"b\"], was [\"a\"]",
                "null|\"\"|meta: expected null, was \"\"",
                ":1,|:\"1\",|data.id: expected 1, was \"1\"",
                ":1,|:1.0,|data.id: expected something like 1, was 1.0",
                "00ff00ff|00FF00FF|data.token: expected something like \"00ff00ff\", was \"00FF00FF\"",
                "00ff00ff|00ff00|data.token: expected something like \"00ff00ff\", was \"00ff00\"",
                "\"id\":1,|''|data, its keys: expected id, token, names, was token, names",
                "\"meta\"|\"more\":1,\"meta\"|keys: expected data, meta, was data, more, meta",
            })
    void adifferenceSaysWhereItIs(String text, String other, String difference) {
        assertThat(differences(BODY.replace(text, other))).contains(difference);
    }

    @Test
    void keysStandInTheirOrder() {
        assertThat(differences("{\"meta\":null," + BODY.substring(1).replace(",\"meta\":null", "")))
                .containsExactly("keys: expected data, meta, was meta, data");
    }

    @Test
    void furtherKeysMayFollowWhereTheDocumentSaysSo() {
        Example open = example("{\"a\":1}", Set.of(), Set.of(""));

        assertThat(Comparison.differences(open, answer(200, "{\"a\":1,\"b\":2}")))
                .isEmpty();
        assertThat(Comparison.differences(open, answer(200, "{\"b\":2,\"a\":1}")))
                .containsExactly("keys: expected a, was b");
    }

    @Test
    void statusHeadersAndEmptinessCount() {
        Message other = new Message("HTTP/1.1 201", List.of(new Message.Header("content-type", "text/html")), "");

        assertThat(Comparison.differences(example("{}", Set.of(), Set.of()), other))
                .containsExactly(
                        "status: expected 200, was 201",
                        "content-type: expected application/json, was text/html",
                        "body: expected {}, was nothing");
        assertThat(Comparison.differences(example("", Set.of(), Set.of()), answer(200, "{}")))
                .containsExactly("body: expected nothing, was {}");
        assertThat(Comparison.differences(example("{}", Set.of(), Set.of()), answer(200, "<html>")))
                .containsExactly("body: expected {}, was <html>");
    }

    @ParameterizedTest
    @CsvSource({
        "sid=y; Path=/; HttpOnly, true",
        "sid=y; Path=/; Secure; HttpOnly, true",
        "sid=y; Path=/; HttpOnly; Secure, true",
        "sid=y; Path=/, false",
        "sid=y; Path=/api; HttpOnly, false",
        "sid=y; Path=/; HttpOnly; Max-Age=1, false",
        "sid=y; Path=/; HttpOnly; Domain=example.com, false",
        "sid=y; Path=/; HttpOnly; Secured, false",
        "sid=; Path=/; HttpOnly, false",
        "other=y; Path=/; HttpOnly, false"
    })
    void ofACookieAllButItsValueAndSecureIsTheSame(String cookie, boolean same) {
        Example example = example(cookies("sid=x; Path=/; HttpOnly"));

        assertThat(Comparison.differences(example, cookies(cookie))).hasSize(same ? 0 : 1);
    }

    @Test
    void aCookieThatIsTakenBackHasNoValue() {
        Example example = example(cookies("sid=; Path=/; Max-Age=0"));

        assertThat(Comparison.differences(example, cookies("sid=; Path=/; Max-Age=0")))
                .isEmpty();
        assertThat(Comparison.differences(example, cookies("sid=; Path=/api; Max-Age=0")))
                .containsExactly("set-cookie: expected sid=; Path=/; Max-Age=0, was sid=; Path=/api; Max-Age=0");
        assertThat(Comparison.differences(example, cookies("sid=x; Path=/; Max-Age=0")))
                .hasSize(1);
    }

    @Test
    void thereAreNoFurtherCookies() {
        assertThat(Comparison.differences(example(cookies("sid=x")), cookies("sid=x", "sid=y")))
                .hasSize(1);
        assertThat(Comparison.differences(example(cookies()), cookies("sid=x"))).hasSize(1);
        assertThat(Comparison.differences(example(cookies("a=x", "b=x")), cookies("a=y", "b=y")))
                .isEmpty();
    }

    @Test
    void aHeaderComesOnceWhereTheExampleHasItOnce() {
        Message twice = answer(200, "{}").with("content-type", "text/html");

        assertThat(Comparison.differences(example("{}", Set.of(), Set.of()), twice))
                .containsExactly("content-type: expected application/json, was application/json\ntext/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":2,\"a\":1}", "{\"a\":1}{}", "{\"a\":1} and more"})
    void oneTextOfJsonIsAllThereIs(String body) {
        assertThat(Comparison.differences(example("{\"a\":1}", Set.of(), Set.of()), answer(200, body)))
                .hasSize(1);
    }

    @Test
    void onlyTextsAndWholeNumbersVary() {
        Set<String> all = Set.of("list", "object", "truth");
        Example example = example("{\"list\":[],\"object\":{},\"truth\":true}", all, Set.of());

        assertThat(Comparison.differences(example, example.answer())).isEmpty();
        assertThat(Comparison.differences(example, answer(200, "{\"list\":[1],\"object\":{\"a\":1},\"truth\":false}")))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-01-25T12:28:37.605119Z, 2026-11-22T11:00:00.000000Z, true",
        "2019-01-25T12:28:37.605119Z, 2026-11-22T11:00:00.000Z, false",
        "47c2dc9b-047e-4502-8f2a-271abd696f00, 57c2dc9b-047e-4502-8f2a-271abd696f01, true",
        "47c2dc9b-047e-4502-8f2a-271abd696f00, 57C2DC9B-047e-4502-8f2a-271abd696f01, false",
        "wec23fh8cDfFV4432fc352456, WEC23fh8cDfFV4432fc352456, true",
        "wec23fh8cDfFV4432fc352456, WEC23fh8cDfFV4432fc35245_, false",
        "e30.e30.e30, eyJh.eyJ1.c2ln, true",
        "e30.e30.e30, opaque, false",
        "school.example, any word, true",
        "a word, '', false",
    })
    void whatVariesKeepsItsForm(String example, String other, boolean same) {
        assertThat(Form.of(example).isSame(example, other)).isEqualTo(same);
    }

    private static List<String> differences(String actual) {
        return Comparison.differences(example(BODY, Set.of("data.id", "data.token"), Set.of()), answer(200, actual));
    }

    private static Example example(String body, Set<String> varies, Set<String> open) {
        return new Example("", Set.of(), answer(0, ""), answer(200, body), varies, open);
    }

    private static Message answer(int status, String body) {
        return new Message("HTTP/1.1 " + status, List.of(new Message.Header("Content-Type", "application/json")), body);
    }

    private static Example example(Message answer) {
        return new Example("", Set.of(), answer(0, ""), answer, Set.of(), Set.of());
    }

    private static Message cookies(String... values) {
        return new Message(
                "HTTP/1.1 200",
                Stream.of(values)
                        .map(value -> new Message.Header("Set-Cookie", value))
                        .toList(),
                "");
    }
}
