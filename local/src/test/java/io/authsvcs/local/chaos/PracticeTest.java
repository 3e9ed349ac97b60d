package io.authsvcs.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.load.FakeAuth;
import io.authsvcs.local.load.Plan;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PracticeTest {
    private static final int REQUESTS = 50;

    private FakeAuth gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = FakeAuth.start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void itGoesOnUntilNobodyFails() {
        AtomicInteger validates = new AtomicInteger();
        gateway.misbehave((exchange, path) -> path.equals("/v1/auth/validate")
                && validates.incrementAndGet() == 1
                && FakeAuth.unavailable(exchange, path));

        Practice practice = practise();

        assertThat(practice.rounds()).isGreaterThan(1);
    }

    @Test
    void itGoesOnUntilNobodyWaitsForLong() {
        AtomicInteger validates = new AtomicInteger();
        gateway.misbehave((exchange, path) -> {
            boolean isFirst = path.equals("/v1/auth/validate") && validates.incrementAndGet() == 1;
            // Nobody opens it: who waits, waits for as long as that is too long.
            return isFirst && new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS);
        });

        assertThat(practise().rounds()).isGreaterThan(1);
    }

    @Test
    void itEndsWhereEverybodyWaits() {
        gateway.answer("/v1/auth/me"::equals, 500, "{}");

        Practice practice = practise();

        assertThat(practice.isEnough()).isFalse();
        assertThat(practice.rounds()).isEqualTo(12);
    }

    private Practice practise() {
        return Practice.under(Plan.of(gateway.urls(), 400, 3).withLogins(4).withWarmUp(REQUESTS), Spectator.none());
    }
}
