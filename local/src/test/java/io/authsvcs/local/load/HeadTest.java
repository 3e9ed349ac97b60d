package io.authsvcs.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {
    @Test
    void aHeadSaysHowLongItsBodyIsAndWhenToComeBack() throws IOException {
        assertThat(Head.parse("HTTP/1.1 200 OK\r\nContent-Length: 12\r\nX-Other: 7"))
                .isEqualTo(new Head(200, false, 0, 12));
        assertThat(Head.parse("HTTP/1.1 503 Service Unavailable\r\nretry-after: 3\r\ncontent-length: 0"))
                .isEqualTo(new Head(503, true, 3, 0));
    }

    @Test
    void whatIsNoAnswerOrHasNoLengthIsNotUnderstood() {
        assertThatThrownBy(() -> Head.parse("SSH-2.0")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Head.parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Content-Length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 2oo OK\r\nContent-Length: 0",
                "HTTP/1.1 200 OK\r\nContent-Length: none",
                "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nRetry-After: Mon, 23 Nov 2026 00:00:00 GMT"
            })
    void whatIsNoNumberWhereOneIsDueIsNotUnderstood(String lines) {
        assertThatThrownBy(() -> Head.parse(lines)).isInstanceOf(IOException.class);
    }
}
