package io.authsvcs.auth.token;

import static io.authsvcs.auth.token.TestTokens.published;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final TokenSettings SETTINGS = TestTokens.settings();
    private static final SigningKeyCodec CODEC = new SigningKeyCodec(new MasterKey(SETTINGS), SETTINGS);
    private static final SigningKey OLD = CODEC.generate();
    private static final SigningKey NEW = CODEC.generate();
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final AtomicLong nanos = new AtomicLong(-5); // a monotonic clock may show anything
    private final KeyRing ring = new KeyRing(nanos::get);
    private final JwkSet keySet = new JwkSet(ring, new RotationSettings(AHEAD, Duration.ZERO, Duration.ofSeconds(2)));

    @Test
    void theNextKeySignsWhenItsTimeHasComeWithoutBeingReadAgain() {
        read(
                published(OLD, NOW.minusSeconds(60), Optional.of(NOW.plusSeconds(70))),
                published(NEW, NOW.plusSeconds(10), Optional.empty()));
        assertThat(ring.current().kid()).isEqualTo(OLD.kid());

        pass(Duration.ofSeconds(9));
        assertThat(ring.current().kid()).isEqualTo(OLD.kid());

        pass(Duration.ofSeconds(1));
        assertThat(ring.current().kid()).isEqualTo(NEW.kid());
        assertThat(ring.now()).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void aFormerKeyVerifiesUntilItsLastTokenIsOut() {
        read(
                published(OLD, NOW.minusSeconds(60), Optional.of(NOW.plusSeconds(70))),
                published(NEW, NOW, Optional.empty()));

        pass(Duration.ofSeconds(69));
        assertThat(ring.findPublicKey(OLD.kid())).isPresent();

        pass(Duration.ofSeconds(1));
        assertThat(ring.findPublicKey(OLD.kid())).isEmpty();
        assertThat(ring.published()).extracting(PublishedKey::kid).containsExactly(NEW.kid());
    }

    @Test
    void ofTwoReadingsTheOneBegunLaterStays() {
        long before = nanos.get();
        pass(Duration.ofSeconds(1));
        read(published(NEW, NOW, Optional.empty()));
        ring.replace(new KeyReading(
                before, nanos.get(), NOW, List.of(published(OLD, NOW.minusSeconds(60), Optional.empty()))));

        assertThat(ring.published()).extracting(PublishedKey::kid).containsExactly(NEW.kid());
    }

    @Test
    void aKeyThatIsGoneIsCounted() {
        read(published(OLD, NOW, Optional.empty()));
        pass(Duration.ofSeconds(1));
        read(published(OLD, NOW, Optional.empty()), published(NEW, NOW, Optional.empty()));
        assertThat(ring.withdrawals()).isZero();

        pass(Duration.ofSeconds(1));
        read(published(NEW, NOW, Optional.empty()));
        assertThat(ring.withdrawals()).isEqualTo(1);
    }

    @Test
    void whereTheDatabasesClockWasSetBackSomebodyStillSigns() {
        read(published(NEW, NOW.plus(Duration.ofHours(1)), Optional.empty()));

        assertThat(ring.current().kid()).isEqualTo(NEW.kid());
    }

    @Test
    void nobodyKeepsTheKeySetLongerThanItIsSureToNameWhoSigns() {
        read(published(OLD, NOW, Optional.empty()));
        assertThat(keySet.mayBeKept()).isEqualTo(AHEAD.dividedBy(2));

        pass(AHEAD.dividedBy(2).plusSeconds(60));
        assertThat(keySet.mayBeKept()).isEqualTo(Duration.ofSeconds(90));

        pass(AHEAD);
        assertThat(keySet.mayBeKept()).isZero();
    }

    private void read(PublishedKey... keys) {
        ring.replace(new KeyReading(nanos.get(), nanos.get(), NOW, List.of(keys)));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
