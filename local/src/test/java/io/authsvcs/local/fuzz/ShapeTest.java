package io.authsvcs.local.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
    private static final String ENVELOPE =
            "{\"statusCode\":404,\"statusMessage\":\"Not Found\",\"statusDescription\":\"x\",\"result\":{}}";

    @ParameterizedTest
    @EnumSource
    void theEnvelopeIsEverybodys(Shape shape) {
        assertThat(shape.fits(404, ENVELOPE)).isTrue();
        assertThat(shape.fits(400, ENVELOPE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RAW | 200 | {\"keys\":[]}",
                "RAW | 304 | ''",
                "OAUTH | 200 | {\"active\":false}",
                "OAUTH | 200 | ''",
                "OAUTH | 401 | {\"error\":\"invalid_client\"}",
                "ALTEGIO | 201 | {\"success\":true,\"data\":{},\"meta\":[]}",
                "ALTEGIO | 404 | {\"success\":false,\"data\":null,\"meta\":[]}",
                "EDUMAPS | 201 | {\"token\":\"t\",\"data\":{}}",
                "EDUMAPS | 401 | {\"name\":\"n\",\"message\":\"m\",\"code\":401,\"className\":\"c\",\"errors\":{}}",
                "SLIDE | 201 | {\"status\":\"success\",\"message\":\"created\",\"data\":{}}",
                "SLIDE | 400 | {\"status\":\"error\",\"message\":\"m\",\"data\":{}}",
                "AUTHORIZATION | 200 | {\"key\":\"k\"}",
                "AUTHORIZATION | 200 | ''",
                "AUTHORIZATION | 422 | {\"errors\":[\"e\"]}",
            })
    void aContractHasItsOwn(Shape shape, int status, String body) {
        assertThat(shape.fits(status, body)).isTrue();
        assertThat(Shape.ANY.fits(status, body)).isTrue();
        assertThat(Shape.ENVELOPE.fits(status, body)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTEGIO | 400 | {\"success\":true,\"data\":{},\"meta\":[]}",
                "EDUMAPS | 400 | {\"name\":\"n\",\"message\":\"m\",\"code\":401,\"className\":\"c\",\"errors\":{}}",
                "SLIDE | 400 | {\"status\":\"success\",\"message\":\"created\",\"data\":{}}",
                "AUTHORIZATION | 400 | {\"key\":\"k\"}",
                "OAUTH | 400 | {\"active\":false}",
                "RAW | 200 | ''",
                "ENVELOPE | 200 | ''",
            })
    void noneIsOfAnotherStatus(Shape shape, int status, String body) {
        assertThat(shape.fits(status, body)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "[]", "\"a\"", "{", "<html>"})
    void whatIsNoObjectFitsNowhere(String body) {
        assertThat(Shape.ANY.fits(400, body)).isFalse();
    }
}
