package io.authsvcs.local.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.http.Answer;
import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookedTest {
    private final Looked looked = new Looked();

    @Test
    void aRefusalLooksAtNothing() {
        guesses(5, 401, 0);
        guesses(100, 429, 0);
        guesses(3, 503, 0);

        assertThat(looked.count()).isEqualTo(5);
        assertThat(looked.asked()).isEqualTo(108);
        assertThat(Guessing.counted(looked).isKept()).isTrue();
    }

    @Test
    void moreThanTenInAQuarterOfAnHourAreTooMany() {
        guesses(11, 401, 60);

        assertThat(Guessing.counted(looked).isKept()).isFalse();
    }

    @Test
    void moreThanTenInALongerTimeAreNot() {
        guesses(11, 401, 100);

        assertThat(looked.most(Duration.ofMinutes(15))).isEqualTo(9);
        assertThat(Guessing.counted(looked).isKept()).isTrue();
    }

    @Test
    void whereNothingWasLookedAtNothingIsShown() {
        guesses(100, 503, 0);

        assertThat(Guessing.counted(looked).isKept()).isFalse();
        assertThat(Guessing.sprayed(looked).isKept()).isFalse();
        assertThat(Stuffing.checked(looked).isKept()).isFalse();
    }

    @Test
    void moreThanSixtyInAMinuteAreTooManyOfANetwork() {
        guesses(61, 401, 0);

        assertThat(Guessing.sprayed(looked).isKept()).isFalse();
    }

    @Test
    void oneInAHundredMayBeChecked() {
        guesses(100, 401, 0);
        guesses(9_900, 429, 0);

        assertThat(Stuffing.checked(looked).isKept()).isTrue();

        guesses(10, 200, 0);
        assertThat(Stuffing.checked(looked).isKept()).isFalse();
    }

    @Test
    void theRightPasswordIsRefusedEachTime() {
        Figure let = Guessing.refused(List.of(answer(429), answer(200)), "here");

        assertThat(let.isKept()).isFalse();
        assertThat(Guessing.refused(List.of(answer(429), answer(429)), "here").isKept())
                .isTrue();
        assertThat(Guessing.refused(List.of(), "here").isKept()).isFalse();
    }

    @Test
    void anOwnerIsInAtOnceOnAKnownDeviceAndSoonOnAnother() {
        Guessing.Entry second = new Guessing.Entry(true, 2, Duration.ofSeconds(12));
        Guessing.Entry late = new Guessing.Entry(true, 4, Duration.ofSeconds(31));
        Guessing.Entry never = new Guessing.Entry(false, 9, Duration.ofSeconds(1));

        assertThat(second.atOnce(looked).isKept()).isFalse();
        assertThat(second.soon().isKept()).isTrue();
        assertThat(late.soon().isKept()).isFalse();
        assertThat(never.soon().isKept()).isFalse();
        assertThat(new Guessing.Entry(true, 1, Duration.ofSeconds(1))
                        .atOnce(looked)
                        .isKept())
                .isTrue();
    }

    private void guesses(int count, int status, int secondsBetween) {
        IntStream.range(0, count)
                .forEach(number -> looked.note(
                        answer(status),
                        Duration.ofSeconds((long) number * secondsBetween).toNanos()));
    }

    private static Answer answer(int status) {
        return new Answer(status, List.of(), "");
    }
}
