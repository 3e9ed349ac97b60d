package io.authsvcs.common;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnvelopeTest {
    @Test
    void surroundsAResultInTheOrderOfTheDocument() {
        assertThat(around(Status.OK, "{\"isValid\":true}"))
                .isEqualTo("{\"statusCode\":200,\"statusMessage\":\"OK\","
                        + "\"statusDescription\":\"Request succeeded without error\",\"result\":{\"isValid\":true}}");
    }

    @ParameterizedTest
    @EnumSource
    void knowsItsLengthBeforehand(Status status) {
        assertThat(Envelope.overhead(status) + 2).isEqualTo(around(status, "{}").getBytes(UTF_8).length);
    }

    @ParameterizedTest
    @EnumSource
    void sentencesNeedNoEscapingInJson(Status status) {
        assertThat(status.message() + status.description()).matches("[\\x20-\\x7e&&[^\"\\\\]]+");
    }

    @Test
    void cannotBeChangedByACaller() {
        Envelope.prefix(Status.OK)[0] = 'x';

        assertThat(around(Status.OK, "{}")).startsWith("{\"statusCode\":200");
    }

    private static String around(Status status, String result) {
        return new String(Envelope.prefix(status), UTF_8) + result + new String(Envelope.suffix(), UTF_8);
    }
}
