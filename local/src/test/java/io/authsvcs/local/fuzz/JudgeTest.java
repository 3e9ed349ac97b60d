package io.authsvcs.local.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    @Test
    void whatIsAsItShouldBeIsFine() {
        assertThat(Judge.complaint(
                        Shape.ENVELOPE, false, answer(400, enveloped(400, "{\"reason\":\"Malformed request\"}"))))
                .isEmpty();
        assertThat(Judge.complaint(Shape.ENVELOPE, false, answer(503, enveloped(503, "{}"))))
                .isEmpty();
        assertThat(Judge.complaint(Shape.ENVELOPE, true, answer(404, ""))).isEmpty();
        assertThat(Judge.complaint(Shape.ENVELOPE, false, new Reply.Closed())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 504})
    void noOtherFailureIsFine(int status) {
        assertThat(Judge.complaint(Shape.ENVELOPE, false, answer(status, enveloped(status, "{}"))))
                .hasValue("status " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NullPointerException",
                "java.lang.String",
                "at io.authsvcs.auth.Login",
                "SELECT a FROM b",
                "org.postgresql.util",
                "the stack trace",
                "reactor.netty"
            })
    void noWordOfTheInsideIsFine(String word) {
        assertThat(Judge.complaint(Shape.ENVELOPE, false, answer(400, enveloped(400, "{\"reason\":\"" + word + "\"}"))))
                .hasValue("a word of the inside");
    }

    @Test
    void anotherFormatOrNoEndIsNotFine() {
        assertThat(Judge.complaint(Shape.ENVELOPE, false, answer(400, enveloped(404, "{}"))))
                .isPresent();
        assertThat(Judge.complaint(Shape.SLIDE, false, answer(400, "{\"errors\":[]}")))
                .isPresent();
        assertThat(Judge.complaint(Shape.ANY, false, new Reply.Silence())).isPresent();
        assertThat(Judge.complaint(Shape.ANY, false, new Reply.Garbage("x"))).isPresent();
    }

    private static Reply answer(int status, String body) {
        return new Reply.Answer(status, "HTTP/1.1 " + status + " X\r\nContent-Type: application/json", body);
    }

    private static String enveloped(int status, String result) {
        return "{\"statusCode\":" + status + ",\"statusMessage\":\"m\",\"statusDescription\":\"d\",\"result\":" + result
                + "}";
    }
}
