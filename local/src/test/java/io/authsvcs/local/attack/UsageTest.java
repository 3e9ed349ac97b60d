package io.authsvcs.local.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.attack.Usage.Amount;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void sixtyFourMebibytesMoreAreAllowed() {
        assertThat(usage(264).memory().isKept()).isTrue();
        assertThat(usage(265).memory().isKept()).isFalse();
    }

    @Test
    void theHighestCountsAndNotTheLast() {
        Usage usage = new Usage("gateway", amount(200, 50), List.of(amount(210, 50), amount(300, 50), amount(210, 50)));

        assertThat(usage.memory().isKept()).isFalse();
    }

    @Test
    void aProcessThatNobodyLookedAtShowsNothing() {
        assertThat(new Usage("gateway", amount(200, 50), List.of()).memory().isKept())
                .isFalse();
        assertThat(new Usage("gateway", amount(0, 0), List.of(amount(0, 0)))
                        .memory()
                        .isKept())
                .isFalse();
    }

    @Test
    void descriptorsAreGivenBack() {
        assertThat(usage(200).descriptors(amount(200, 60)).isKept()).isTrue();
        assertThat(usage(200).descriptors(amount(200, 2_050)).isKept()).isFalse();
    }

    @Test
    void aConnectionThatIsHalfOpenForLongIsTold() {
        assertThat(Slowness.ages(List.of(Duration.ofSeconds(26))).isKept()).isTrue();
        assertThat(Slowness.ages(List.of(Duration.ofSeconds(26), Duration.ofSeconds(45)))
                        .isKept())
                .isFalse();
        assertThat(Slowness.ages(List.of()).isKept()).isFalse();
    }

    @Test
    void aBodyIsRefusedBeforeItIsRead() {
        assertThat(refused(new LargeBody(true, 0, 413), new LargeBody(false, 72 << 10, 413)))
                .isTrue();
        assertThat(refused(new LargeBody(true, 8 << 10, 413))).isFalse();
        assertThat(refused(new LargeBody(false, 1 << 20, 413))).isFalse();
        assertThat(refused(new LargeBody(false, 72 << 10, 0))).isFalse();
        assertThat(refused(new LargeBody(true, 0, 401))).isFalse();
        assertThat(refused()).isFalse();
    }

    @Test
    void anOrdinaryClientIsServedMeanwhile() {
        assertThat(served(1_000, 1)).isTrue();
        assertThat(served(1_000, 2)).isFalse();
        assertThat(served(0, 0)).isFalse();
    }

    private static boolean served(int all, int not) {
        return Slowness.served(Stream.concat(
                                Stream.generate(() -> new Slowness.Ordinary(true, Duration.ZERO))
                                        .limit(all - not),
                                Stream.generate(() -> new Slowness.Ordinary(false, Duration.ZERO))
                                        .limit(not))
                        .toList())
                .isKept();
    }

    private static boolean refused(LargeBody... bodies) {
        return Slowness.refused(List.of(bodies)).isKept();
    }

    private static Usage usage(long mebibytes) {
        return new Usage("gateway", amount(200, 50), List.of(amount(mebibytes, 2_050)));
    }

    private static Amount amount(long mebibytes, int descriptors) {
        return new Amount(mebibytes * MEBIBYTE, descriptors);
    }
}
