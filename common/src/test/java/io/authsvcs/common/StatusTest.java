package io.authsvcs.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsCode(Status status) {
        assertThat(Status.find(status.code())).contains(status);
    }

    @Test
    void isAbsentForACodeThatNobodyAnswersWith() {
        assertThat(Status.find(418)).isEmpty();
    }
}
