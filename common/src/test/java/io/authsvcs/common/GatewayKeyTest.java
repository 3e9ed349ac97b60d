package io.authsvcs.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayKeyTest {
    private static final String TEXT = "a text of thirty-two characters!";

    private final GatewayKey key = GatewayKey.of(TEXT);

    @Test
    void whoHasTheKeyKnowsThePass() {
        assertThat(key.isPass(GatewayKey.of(TEXT + "\n").pass())).isTrue();
        assertThat(key.pass()).matches("[A-Za-z0-9_-]{43}").doesNotContain(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", TEXT})
    void nobodyElseDoes(String shown) {
        assertThat(key.isPass(shown)).isFalse();
        assertThat(key.isPass(GatewayKey.of(TEXT + "x").pass())).isFalse();
        assertThat(key.isPass(key.pass() + "=")).isFalse();
    }

    @Test
    void aProofIsForOneQuestionToOneInstanceAtOneAddress() {
        String proof = key.proof("n", "auth-1", "h:1");

        assertThat(key.isProof(proof, "n", "auth-1", "h:1")).isTrue();
        assertThat(key.isProof(proof, "m", "auth-1", "h:1")).isFalse();
        assertThat(key.isProof(proof, "n", "auth-2", "h:1")).isFalse();
        assertThat(key.isProof(proof, "n", "auth-1", "h:2")).isFalse();
        assertThat(key.isProof(key.pass(), "n", "auth-1", "h:1")).isFalse();
        assertThat(key.isProof("", "n", "auth-1", "h:1")).isFalse();
    }

    /** Everybody is told of the new one, then to show it, and then to forget the old one: at no step is anybody refused. */
    @ParameterizedTest
    @CsvSource({"OLD, OLD|NEW", "OLD|NEW, NEW|OLD", "NEW|OLD, NEW"})
    void aKeyTakesAnothersPlaceWhileBothAreKnown(String before, String after) {
        GatewayKey one = keys(before);
        GatewayKey other = keys(after);

        assertThat(one.isPass(other.pass())).isTrue();
        assertThat(other.isPass(one.pass())).isTrue();
        assertThat(one.isProof(other.proof("n", "auth-1", "h:1"), "n", "auth-1", "h:1"))
                .isTrue();
        assertThat(other.isProof(one.proof("n", "auth-1", "h:1"), "n", "auth-1", "h:1"))
                .isTrue();
    }

    @Test
    void aForgottenKeyIsBelievedNoLonger() {
        assertThat(keys("NEW").isPass(keys("OLD").pass())).isFalse();
        assertThat(keys("NEW").isPass(keys("OLD|NEW").pass())).isFalse();
    }

    private static GatewayKey keys(String names) {
        return GatewayKey.of(
                names.replace("OLD", TEXT).replace("NEW", TEXT + " And more.").replace("|", ", "));
    }

    @ParameterizedTest
    @CsvSource({
        "'', missing",
        "'  ', missing",
        "too short, shorter than 32 characters",
        "'0123456789abcdef0123456789abcdef,', missing",
        "'0123456789abcdef0123456789abcdef,too short', shorter than 32 characters"
    })
    void aKeyThatIsNoneIsASentence(String text, String sentence) {
        assertThatThrownBy(() -> GatewayKey.of(text))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("AUTH_GATEWAY_KEY is " + sentence)
                .hasMessageNotContaining("too short");
    }

    @Test
    void itNeverPrintsItself() {
        assertThat(key.toString()).isEqualTo("GatewayKey");
    }
}
