package io.authsvcs.local.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.attack.OfflineVerifier.Verdict;
import io.authsvcs.local.fuzz.Complaint;
import io.authsvcs.local.fuzz.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Made-up evidence, of what must not be and of what may be. */
class VerdictsTest {
    @Test
    void aTokenOfAKeyThatWasNotPublishedYetBreaksAPromise() {
        assertThat(KeyRotation.verified(Map.of(Verdict.GOOD, 100), 3).isKept()).isTrue();
        assertThat(KeyRotation.verified(Map.of(Verdict.GOOD, 100, Verdict.UNKNOWN_KEY, 1), 3)
                        .isKept())
                .isFalse();
        assertThat(KeyRotation.verified(Map.of(Verdict.GOOD, 100, Verdict.BAD, 1), 3)
                        .isKept())
                .isFalse();
        assertThat(KeyRotation.verified(Map.of(), 3).isKept()).isFalse();
    }

    @Test
    void aValidTokenThatIsRefusedAfterRotationsBreaksAPromise() {
        assertThat(KeyRotation.validated(100, 0).isKept()).isTrue();
        assertThat(KeyRotation.validated(100, 1).isKept()).isFalse();
        assertThat(KeyRotation.validated(0, 0).isKept()).isFalse();
    }

    @Test
    void tokensOfUnknownKeysThatHaveTheKeysReadEachTimeBreakAPromise() {
        assertThat(KeyRotation.read(60, 64, 700).isKept()).isTrue();
        assertThat(KeyRotation.read(60, 760, 700).isKept()).isFalse();
        assertThat(KeyRotation.read(60, 60, 0).isKept()).isFalse();
        assertThat(KeyRotation.read(0, 0, 700).isKept()).isFalse();
    }

    @Test
    void aRevokedKeyThatIsBelievedForLongBreaksAPromise() {
        assertThat(KeyRotation.revoked(Duration.ofMillis(1_900), true).isKept()).isTrue();
        assertThat(KeyRotation.revoked(Duration.ofMillis(5_100), true).isKept()).isFalse();
        assertThat(KeyRotation.revoked(Duration.ZERO, false).isKept()).isFalse();
    }

    @Test
    void aFreshTokenThatIsRefusedBreaksAPromise() {
        assertThat(WrongClocks.fresh(List.of(true, true)).isKept()).isTrue();
        assertThat(WrongClocks.fresh(List.of(true, false)).isKept()).isFalse();
        assertThat(WrongClocks.fresh(List.of()).isKept()).isFalse();
    }

    @Test
    void anOldTokenThatIsBelievedForLongOrAgainBreaksAPromise() {
        assertThat(WrongClocks.late(true, Duration.ofSeconds(15)).isKept()).isTrue();
        assertThat(WrongClocks.late(true, Duration.ofSeconds(61)).isKept()).isFalse();
        assertThat(WrongClocks.late(false, Duration.ZERO).isKept()).isFalse();
        assertThat(WrongClocks.revived(0).isKept()).isTrue();
        assertThat(WrongClocks.revived(1).isKept()).isFalse();
    }

    @Test
    void aComplaintOfASpoiltRequestBreaksAPromise() {
        Complaint complaint = new Complaint(7, "status 500", "GET / HTTP/1.1", "HTTP/1.1 500");

        assertThat(Spoilt.answered(new Tally(5, 10, Map.of("400", 10L), 0, List.of()))
                        .isKept())
                .isTrue();
        assertThat(Spoilt.answered(new Tally(5, 10, Map.of("500", 1L), 1, List.of(complaint)))
                        .isKept())
                .isFalse();
        assertThat(Spoilt.answered(new Tally(5, 0, Map.of(), 0, List.of())).isKept())
                .isFalse();
    }

    @Test
    void aProcessThatDiesOfSpoiltRequestsBreaksAPromise() {
        Map<String, OptionalLong> before = Map.of("auth-1", OptionalLong.of(7));

        assertThat(Spoilt.alive(before, before).isKept()).isTrue();
        assertThat(Spoilt.alive(before, Map.of("auth-1", OptionalLong.of(8))).isKept())
                .isFalse();
    }

    @Test
    void aTourOnWhichNothingWasDoneShowsNothing() {
        assertThat(Disclosure.toured(List.of(25L, 26L)).isKept()).isTrue();
        assertThat(Disclosure.toured(List.of(25L, 3L)).isKept()).isFalse();
        assertThat(Disclosure.toured(List.of()).isKept()).isFalse();
    }
}
