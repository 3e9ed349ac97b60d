package io.authsvcs.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnNamesTest {
    private static final OwnNames LUCY =
            new OwnNames(Optional.of("Lucy.Liu@Example.com"), Optional.of("Lulu77"), Optional.of("+18054900837"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lucy.liu@example.com",
                "my LUCY.LIU@EXAMPLE.COM",
                "Lucy.Liu2026!",
                "xx-lulu77-xx",
                "ｌｕｌｕ７７ again",
                "+18054900837",
                "call 805-490-0837",
                "8054900837x",
                "１８０５４９００８３７"
            })
    void whatSomebodyLogsInByIsNoSecretOfTheirs(String text) {
        assertThat(LUCY.areIn(new Password(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"purple monkey 9", "lucy and lulu", "example.com 77", "0837 0837", "liu 805 490"})
    void partsOfItMayBeInAPassword(String text) {
        assertThat(LUCY.areIn(new Password(text))).isFalse();
    }

    @Test
    void whatIsShorterThanFourCharactersIsInManyAWord() {
        OwnNames ann = new OwnNames(Optional.of("ann@example.com"), Optional.of("Ann"), Optional.empty());

        assertThat(ann.areIn(new Password("planning season"))).isFalse();
        assertThat(ann.areIn(new Password("x ann@example.com"))).isTrue();
    }

    @Test
    void whoHasNoNamesHasNoneInAnyPassword() {
        OwnNames nobody = new OwnNames(Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(nobody.areIn(new Password("purple monkey 9"))).isFalse();
    }
}
