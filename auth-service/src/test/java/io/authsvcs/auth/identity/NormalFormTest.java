package io.authsvcs.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {
    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource({
        "Ann@Example.COM, ann@example.com, case in both parts",
        "ａｎｎ@example.com, ann@example.com, full width",
        "\u212Aate@example.com, kate@example.com, the Kelvin sign",
        "STRASSE@example.com, straße@example.com, sharp s",
        "cafe\u0301@example.com, caf\u00e9@example.com, composed and decomposed",
        "ΟΔΟΣ@example.com, οδος@example.com, final sigma",
    })
    void takesSpellingsOfOneIdentifierForTheSame(String one, String other, String why) {
        assertThat(NormalForm.of(one)).as(why).isEqualTo(NormalForm.of(other));
    }

    @ParameterizedTest(name = "{0} is not {1}: {2}")
    @CsvSource({
        "ımran@example.com, imran@example.com, dotless i",
        "ann+news@example.com, ann@example.com, plus signs are kept apart",
        "İmran@example.com, imran@example.com, dotted capital I",
        "аnn@example.com, ann@example.com, Cyrillic a",
    })
    void keepsDifferentIdentifiersApart(String one, String other, String why) {
        assertThat(NormalForm.of(one)).as(why).isNotEqualTo(NormalForm.of(other));
    }

    @Test
    void isItsOwnNormalForm() {
        String once = NormalForm.of("İstanbul ẞ ﬃ Ⅷ @Example");

        assertThat(NormalForm.of(once)).isEqualTo(once);
    }
}
