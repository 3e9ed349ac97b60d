package io.authsvcs.auth.http;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private final JsonText json = new JsonText();

    @ParameterizedTest
    @MethodSource
    void whatIsTooMuchIsRefused(String body) {
        assertThat(refusalOf(body)).isEqualTo(FaultCode.MALFORMED_BODY);
    }

    static Stream<String> whatIsTooMuchIsRefused() {
        return Stream.of(
                field("[".repeat(32) + "]".repeat(32)),
                "{\"a\":".repeat(33) + "1" + "}".repeat(33),
                "{\"a\":" + "[".repeat(60_000),
                field("1".repeat(65)),
                field("1." + "0".repeat(64)),
                field("1e" + "9".repeat(64)),
                "{\"" + "a".repeat(129) + "\":1}",
                field("\"" + "a".repeat(64 * 1024 + 1) + "\""));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsMuchIsRead(String body) {
        assertThat(json.parse(body.getBytes(UTF_8)).isObject()).isTrue();
    }

    static Stream<String> whatIsMuchIsRead() {
        return Stream.of(
                field("[".repeat(31) + "]".repeat(31)),
                field("1".repeat(64)),
                field("1e400"),
                field("-1e-400"),
                field("1e999999999"),
                "{\"" + "a".repeat(128) + "\":1}",
                field("\"" + "a".repeat(64 * 1024) + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":1.}",
                "{\"a\":.1}",
                "{\"a\":0x1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1}{}",
                "{\"a\":1} 2",
                "{\"a\":1/**/}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\""
            })
    void whatIsNoJsonIsRefused(String body) {
        assertThat(refusalOf(body)).isEqualTo(FaultCode.MALFORMED_BODY);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{\"a\":1;\"a\":1}, DUPLICATE_KEY",
                "{\"b\":{\"a\":1;\"\\u0061\":2}}, DUPLICATE_KEY",
                "{\"a\":\"\\u0000\"}, BODY_TEXT",
                "{\"\\ud800\":1}, BODY_TEXT",
                "[], BODY_NO_OBJECT",
                "7, BODY_NO_OBJECT",
                "null, BODY_NO_OBJECT",
                "` `, EMPTY_BODY"
            })
    void whatCannotBeKeptIsRefused(String body, FaultCode refusal) {
        assertThat(refusalOf(body.replace(';', ','))).isEqualTo(refusal);
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        byte[] overlong = {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'};

        assertThat(catchThrowableOfType(Fault.class, () -> json.parse(overlong)).code())
                .isEqualTo(FaultCode.BODY_NOT_UTF8);
        assertThat(catchThrowableOfType(Fault.class, () -> json.parse("{}".getBytes(UTF_16)))
                        .code())
                .isEqualTo(FaultCode.BODY_NOT_UTF8);
    }

    private FaultCode refusalOf(String body) {
        return catchThrowableOfType(Fault.class, () -> json.parse(body.getBytes(UTF_8)))
                .code();
    }

    private static String field(String value) {
        return "{\"a\":" + value + "}";
    }
}
