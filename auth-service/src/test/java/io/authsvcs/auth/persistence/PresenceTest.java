package io.authsvcs.auth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class PresenceTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicInteger looks = new AtomicInteger();
    private volatile Mono<Integer> answer = Mono.just(1);
    private final Presence presence = new Presence(Mono.defer(() -> {
        looks.incrementAndGet();
        return answer;
    }));

    @AfterEach
    void stop() {
        presence.destroy();
    }

    @Test
    void nobodyLooksWhileAllIsWell() {
        assertThat(presence.isAway()).isFalse();
        assertThat(looks).hasValue(0);
    }

    @Test
    void aLookUpThatMissesItIsBelievedUntilItIsSeen() {
        Sinks.One<Integer> seen = Sinks.one();
        answer = seen.asMono();

        presence.missed();
        assertThat(presence.isAway()).isTrue();
        seen.tryEmitValue(1);

        Awaitility.await().until(() -> !presence.isAway());
        assertThat(looks).hasValue(1);
    }

    @Test
    void itIsLookedForAgainAndAgain() {
        answer = Mono.error(new IOException("refused"));
        presence.missed();
        Awaitility.await().atMost(LONG).until(() -> looks.get() >= 3);
        assertThat(presence.isAway()).isTrue();

        answer = Mono.just(1);

        Awaitility.await().atMost(LONG).until(() -> !presence.isAway());
    }

    @Test
    void aLookThatIsNotAnsweredIsNotWaitedFor() {
        answer = Mono.never();

        presence.doubted();

        Awaitility.await().atMost(LONG).until(() -> presence.isAway() && looks.get() >= 2);
    }

    @Test
    void aDoubtThatALookDispelsIsNoAbsence() {
        Sinks.One<Integer> seen = Sinks.one();
        answer = seen.asMono();

        presence.doubted();

        assertThat(presence.isAway()).isFalse();
        assertThat(looks).hasValue(1);
        seen.tryEmitValue(1);
        assertThat(presence.isAway()).isFalse();
    }

    @Test
    void aCrowdThatMissesItLooksOnce() {
        answer = Sinks.<Integer>one().asMono();

        for (int caller = 0; caller < 100; caller++) {
            presence.missed();
        }

        assertThat(looks).hasValue(1);
    }

    @Test
    void whatIsMissedOnceMoreIsLookedForOnceMore() {
        presence.missed();
        assertThat(presence.isAway()).isFalse();

        presence.missed();

        assertThat(presence.isAway()).isFalse();
        assertThat(looks).hasValue(2);
    }
}
