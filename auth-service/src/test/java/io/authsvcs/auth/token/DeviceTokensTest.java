package io.authsvcs.auth.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.identity.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTokensTest {
    private final DeviceTokens tokens = new DeviceTokens(new MasterKey(TestTokens.settings()));
    private final Subject holder = Subject.next();
    private final String token = tokens.next(holder).text();

    @Test
    void eachIsKnownAgainByAnIdOfItsOwn() {
        String another = tokens.next(holder).text();

        assertThat(tokens.read(token, holder))
                .isPresent()
                .isEqualTo(new DeviceTokens(new MasterKey(TestTokens.settings())).read(token, holder))
                .isNotEqualTo(tokens.read(another, holder));
    }

    @Test
    void itIsNobodyElses() {
        assertThat(tokens.read(token, Subject.next())).isEmpty();
    }

    @Test
    void nobodyElseCanMakeOne() {
        MasterKey another = new MasterKey(TestTokens.settings("another key, of 32 bytes exactly".getBytes(UTF_8)));

        assertThat(tokens.read(new DeviceTokens(another).next(holder).text(), holder))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "=", "%00", "not base64 at all"})
    void whatIsNoneIsNone(String text) {
        assertThat(tokens.read(text, holder)).isEmpty();
        assertThat(tokens.read(token + text, holder).isPresent()).isEqualTo(text.isEmpty());
    }

    @Test
    void aPasswordsMarkIsTheSameForThatPasswordAndShort() {
        PasswordMarks marks = new PasswordMarks(new MasterKey(TestTokens.settings()));

        assertThat(marks.of("omega"))
                .matches("[0-9a-f]{8}")
                .isEqualTo(marks.of("omega"))
                .isNotEqualTo(marks.of("Omega"));
    }
}
