package io.authsvcs.gateway.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {
    @ParameterizedTest
    @EnumSource
    void sentencesNeedNoEscapingInJson(Outcome outcome) {
        assertThat(outcome.sentence()).matches("[\\x20-\\x7e&&[^\"\\\\]]+");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsToBlameFitsTheStatus(Outcome outcome) {
        assertThat(outcome.blame() == Outcome.Blame.CALLER)
                .isEqualTo(outcome.status().code() < 500);
    }

    @Test
    void everyEndHasASentenceOfItsOwn() {
        assertThat(Arrays.stream(Outcome.values()).map(Outcome::sentence)).doesNotHaveDuplicates();
    }

    @Test
    void whatWeAreToRepairNamesTheRequest() {
        assertThat(new String(Outcome.UNEXPECTED.result("r-1"), UTF_8))
                .startsWith("{\"error\":\"")
                .endsWith(" r-1\"}");
    }
}
