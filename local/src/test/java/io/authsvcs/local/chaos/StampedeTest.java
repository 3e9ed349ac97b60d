package io.authsvcs.local.chaos;

import static io.authsvcs.local.chaos.TestResponses.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.load.Responses;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Frozen after 10 s, and again in motion after 20. */
class StampedeTest {
    private static final Responses BEFORE = each(200, 100, 0, 10);

    @Test
    void whatIsBackInTheFifthSecondIsBackInTime() {
        assertThat(of(each(200, 90, 24, 25)).back().fact())
                .isEqualTo("They were served 100 times a second before, and 90.0 % of that again after 5 s");
        assertThat(of(each(200, 90, 24, 25)).back().isKept()).isTrue();
        assertThat(of(each(200, 89, 20, 25)).back().isKept()).isFalse();
        assertThat(of(each(200, 100, 25, 30)).back().isKept()).isFalse();
    }

    @Test
    void whereNobodyWasServedBeforeNothingIsBack() {
        assertThat(new Stampede(each(200, 90, 20, 30), Duration.ofSeconds(10), Duration.ofSeconds(20))
                        .back()
                        .isKept())
                .isFalse();
    }

    @Test
    void aSecondDipIsFoundOut() {
        assertThat(of(each(200, 90, 25, 30)).goesOn().isKept()).isTrue();
        assertThat(of(each(200, 89, 25, 30)).goesOn().complaint())
                .contains("In the 5 s after that it was 89.0 %; at least 90.0 % is promised.");
    }

    @Test
    void onlyWhileItIsFrozenMayAnAnswerBeLate() {
        assertThat(of(each(504, 1, 10, 25)).others().isKept()).isTrue();
        assertThat(of(each(504, 1, 9, 10)).others().isKept()).isFalse();
        assertThat(of(each(504, 1, 25, 26)).others().isKept()).isFalse();
    }

    @Test
    void nobodyIsLostOrToldSomethingElse() {
        assertThat(of(each(503, 9, 10, 20)).others().isKept()).isTrue();
        assertThat(of(each(0, 1, 15, 16)).others().fact())
                .isEqualTo("1 of them were told something else than to wait (lost × 1)");
        assertThat(of(each(502, 1, 15, 16)).others().isKept()).isFalse();
    }

    private static Stampede of(Responses... since) {
        return new Stampede(
                TestResponses.of(BEFORE, TestResponses.of(since)), Duration.ofSeconds(10), Duration.ofSeconds(20));
    }
}
