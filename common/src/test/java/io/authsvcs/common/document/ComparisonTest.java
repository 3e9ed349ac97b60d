package io.authsvcs.common.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                        "Content-Type: expected application/json, was text/html",
                        "body: expected {}, was nothing");
        assertThat(Comparison.differences(example("", Set.of(), Set.of()), answer(200, "{}")))
                .containsExactly("body: expected nothing, was {}");
        assertThat(Comparison.differences(example("{}", Set.of(), Set.of()), answer(200, "<html>")))
                .containsExactly("body: expected {}, was <html>");
    }

    @Test
    void ofACookieTheAttributesCount() {
        Message.Header expected = new Message.Header("Set-Cookie", "sid=x; Path=/; HttpOnly");
        Example example = new Example(
                "", Set.of(), answer(0, ""), new Message("HTTP/1.1 200", List.of(expected), ""), Set.of(), Set.of());

        assertThat(Comparison.differences(example, cookie("sid=y; HttpOnly; Path=/; Secure")))
                .isEmpty();
        assertThat(Comparison.differences(example, cookie("sid=y; Path=/"))).hasSize(1);
        assertThat(Comparison.differences(example, cookie("other=y; Path=/; HttpOnly")))
                .hasSize(1);
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

    private static Message cookie(String value) {
        return new Message("HTTP/1.1 200", List.of(new Message.Header("set-cookie", value)), "");
    }
}
