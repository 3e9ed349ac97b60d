package io.authsvcs.local.chaos;

import static io.authsvcs.local.chaos.TestResponses.refused;
import static io.authsvcs.local.chaos.TestResponses.served;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginFloodTest {
    @Test
    void oneOfAThousandValidatesMayBeRefused() {
        assertThat(LoginFlood.served(TestResponses.of(served(999, 1), refused(1, 1)))
                        .isKept())
                .isTrue();
        assertThat(LoginFlood.served(TestResponses.of(served(998, 1), refused(2, 1)))
                        .isKept())
                .isFalse();
        assertThat(LoginFlood.served(TestResponses.of()).isKept()).isFalse();
    }

    @Test
    void validatesTakeTwiceAsLongAtMost() {
        assertThat(LoginFlood.slowed(TestResponses.of(served(100, 10)), TestResponses.of(served(100, 20)))
                        .isKept())
                .isTrue();
        assertThat(LoginFlood.slowed(TestResponses.of(served(100, 10)), TestResponses.of(served(98, 10), served(2, 21)))
                        .complaint())
                .contains("99 % of the validates were answered within 21.0 ms, and before within 10.0 ms: 2.1 times; at"
                        + " most 2.0 times is promised.");
        assertThat(LoginFlood.slowed(TestResponses.of(), TestResponses.of(served(100, 20)))
                        .isKept())
                .isFalse();
    }

    @Test
    void aFloodThatEverybodyCouldBearWasNone() {
        assertThat(LoginFlood.hashed(TestSurges.of(200, TestResponses.of(served(30, 1), refused(70, 1))))
                        .fact())
                .isEqualTo("30 logins a second were answered, and 70 refused by 503 with Retry-After");
        assertThat(LoginFlood.hashed(TestSurges.of(200, served(30, 1))).isKept())
                .isFalse();
        assertThat(LoginFlood.hashed(TestSurges.of(200, refused(30, 1))).isKept())
                .isFalse();
    }
}
