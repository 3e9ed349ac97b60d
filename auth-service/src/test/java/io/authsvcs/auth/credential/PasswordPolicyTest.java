package io.authsvcs.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(strings = {"purple monkey 9", "        ", "☃☃☃", "a.b-c_d~e"})
    void anyCharactersWillDo(String text) {
        assertThat(policy.objection(new Password(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "☃☃"})
    void fewerThanEightBytesAreTooShort(String text) {
        assertThat(policy.objection(new Password(text))).contains("Must be 8 to 1,024 bytes long");
    }

    @Test
    void lengthIsCountedInBytesOfNfc() {
        assertThat(policy.objection(new Password("x".repeat(1024)))).isEmpty();
        assertThat(policy.objection(new Password("x".repeat(1025)))).isPresent();
        assertThat(policy.objection(new Password("é".repeat(512)))).isEmpty();
        assertThat(policy.objection(new Password("e\u0301".repeat(512))))
                .as("decomposed: 1,536 bytes before NFC")
                .isEmpty();
    }

    @Test
    void whatIsTooLongIsNeverNormalised() {
        String composing = "u\u0308\u0304";

        assertThat(policy.objection(new Password(composing.repeat(512))))
                .as("1,024 bytes in NFC")
                .isEmpty();
        assertThat(new Password(composing.repeat(513)).text())
                .as("as it was typed")
                .isEqualTo(composing.repeat(513));
        assertThat(policy.objection(new Password("\u0301".repeat(32_000)))).contains("Must be 8 to 1,024 bytes long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "PassWord", "12345678", "iloveyou1"})
    void whatEverybodyTriesFirstIsRefused(String text) {
        assertThat(policy.objection(new Password(text))).contains("Is among the most common passwords");
    }

    @Test
    void composedAndDecomposedAreOnePassword() {
        assertThat(new Password("cafe\u0301 noir")).isEqualTo(new Password("caf\u00e9 noir"));
    }

    @Test
    void isNotShownWhenPrinted() {
        assertThat(new Password("purple monkey 9")).asString().doesNotContain("monkey");
    }
}
