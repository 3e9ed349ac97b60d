package io.authsvcs.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MixTest {
    @Test
    void sharesAreOfAThousand() {
        assertThat(Arrays.stream(Operation.values()).mapToInt(Operation::share).sum())
                .isEqualTo(1_000);
        assertThat(Operation.VALIDATE.share() + Operation.VALIDATE_ENDED.share())
                .isEqualTo(800);
    }

    @Test
    void aTwentiethLogsIn() {
        assertThat(logins(new Mix(200, 10))).isBetween(4_500L, 5_500L);
    }

    @Test
    void noMoreLogInThanHashingAllows() {
        assertThat(logins(new Mix(200, 2))).isBetween(800L, 1_200L);
        assertThat(logins(new Mix(200, 0))).isZero();
    }

    private static long logins(Mix mix) {
        Random random = new Random(7);
        return Stream.generate(() -> mix.pick(random))
                .limit(100_000)
                .filter(Operation.LOGIN::equals)
                .count();
    }
}
