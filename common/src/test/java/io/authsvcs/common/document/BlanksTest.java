package io.authsvcs.common.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BlanksTest {
    private static final Message ANSWER = new Message(
            "HTTP/1.1 200",
            List.of(new Message.Header("set-cookie", "sid=abc; Path=/")),
            "{\"data\":{\"token\":\"0123456789\",\"id\":1}}");

    @Test
    void aBlankIsFilledInWhereverItStands() {
        Message request = new Message(
                "GET /<a> HTTP/1.1", List.of(new Message.Header("Cookie", "sid=<b c>")), "<-- no --> <d.e> <F>");

        assertThat(Blanks.fill(request, name -> name.toUpperCase(Locale.ROOT)))
                .isEqualTo(new Message(
                        "GET /A HTTP/1.1", List.of(new Message.Header("Cookie", "sid=B C")), "<-- no --> D.E <F>"));
    }

    @Test
    void anAnswerHasValuesForThem() {
        assertThat(Blanks.valueIn(ANSWER, "data.token")).contains("0123456789");
        assertThat(Blanks.valueIn(ANSWER, "first 8 of data.token")).contains("01234567");
        assertThat(Blanks.valueIn(ANSWER, "sid")).contains("abc");
        assertThat(Blanks.valueIn(ANSWER, "data.id")).isEmpty();
        assertThat(Blanks.valueIn(ANSWER, "other")).isEmpty();
    }
}
