package io.authsvcs.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final String ADVICE = ". Add another word or two. Uncommon words are better";
    private static final Guesser GUESSER = new Guesser();

    private static final PasswordSettings SETTINGS = new PasswordSettings("", List.of("auth-svcs", " Acme Corp "));

    private final PasswordPolicy policy = new PasswordPolicy(SETTINGS, new BreachList(SETTINGS), GUESSER);

    @ParameterizedTest
    @ValueSource(strings = {"purple monkey 9", "  x  y  z ", "☃ und ☀", "a.b-c_d~e", "\u0000\u0001 qzv kw"})
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
        String start = "purple m";

        assertThat(policy.objection(new Password(start + "x".repeat(1016)))).isEmpty();
        assertThat(policy.objection(new Password(start + "x".repeat(1017)))).contains("Must be 8 to 1,024 bytes long");
        assertThat(policy.objection(new Password(start + "é".repeat(508)))).isEmpty();
        assertThat(policy.objection(new Password(start + "e\u0301".repeat(508))))
                .as("decomposed: 1,532 bytes before NFC")
                .isEmpty();
    }

    @Test
    void whatIsTooLongIsNeverNormalised() {
        String composing = "u\u0308\u0304";

        assertThat(new Password(composing.repeat(512)).bytes()).as("in NFC").isEqualTo(1024);
        assertThat(new Password(composing.repeat(513)).text())
                .as("as it was typed")
                .isEqualTo(composing.repeat(513));
        assertThat(policy.objection(new Password("\u0301".repeat(32_000)))).contains("Must be 8 to 1,024 bytes long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "PassWord", "12345678", "iloveyou1"})
    void whatEverybodyTriesFirstIsRefused(String text) {
        assertThat(policy.objection(new Password(text)))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("Is among the most common passwords. ")
                        .contains(ADVICE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"my auth-svcs login", "Auth-SVCs 2026!", "qzv ACME corp kw", "ａｃｍｅ　ｃｏｒｐ qzv"})
    void whatTheServiceGoesByIsInNoPassword(String text) {
        assertThat(policy.objection(new Password(text))).contains("Must not contain a name that this service goes by");
    }

    @Test
    void partsOfThatMayBeInAPassword() {
        assertThat(policy.objection(new Password("acme of svcs qzv"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"        ", "☃☃☃", "abcdefgh", "aaaaaaaaaaaaaaaa", "98765432"})
    void whatAThousandGuessesFindIsRefused(String text) {
        assertThat(policy.objection(new Password(text)))
                .hasValueSatisfying(
                        reason -> assertThat(reason).startsWith("Would be guessed at once. Add another word"));
    }

    @Test
    void onlyTheFirst64CharactersAreGuessedAt() {
        String start = "z".repeat(64);

        assertThat(policy.objection(new Password(start + " purple monkey 9"))).isPresent();
        assertThat(GUESSER.guess(new Password(start + " purple monkey 9")))
                .isEqualTo(GUESSER.guess(new Password(start)));
    }

    @Test
    void ofManySignsOnlyTheFirst20CharactersAreGuessedAt() {
        String few = "1|7!$0".repeat(12);
        String many = "1|7!$0@".repeat(12);

        assertThat(Guesser.seen(few)).hasSize(64);
        assertThat(Guesser.seen(many)).hasSize(20);
        assertThat(policy.objection(new Password("1234567890".repeat(6)))).isPresent();
    }

    @Test
    void composedAndDecomposedAreOnePassword() {
        assertThat(new Password("cafe\u0301 noir")).isEqualTo(new Password("caf\u00e9 noir"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u2003", "\u3000", "\u202f"})
    void everySpaceIsTheSame(String space) {
        assertThat(new Password("cafe" + space + "noir")).isEqualTo(new Password("cafe noir"));
    }

    @Test
    void caseAndWidthMakeAnotherPassword() {
        assertThat(new Password("Cafe noir")).isNotEqualTo(new Password("cafe noir"));
        assertThat(new Password("\uff43afe noir")).isNotEqualTo(new Password("cafe noir"));
    }

    @Test
    void isNotShownWhenPrinted() {
        assertThat(new Password("purple monkey 9")).asString().doesNotContain("monkey");
    }
}
