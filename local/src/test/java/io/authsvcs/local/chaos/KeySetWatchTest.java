package io.authsvcs.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.load.FakeAuth;
import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.report.Figure;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeySetWatchTest {
    private static final String KEYS = "/.well-known/jwks.json";

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
    void keysThatAreServedAreCounted() {
        assertThat(watched().isKept()).isTrue();
    }

    @Test
    void keysThatAreRefusedAreFoundOut() {
        gateway.answer(KEYS::equals, 503, "{}");

        assertThat(watched().isKept()).isFalse();
    }

    @Test
    void anEmptySetIsNoKeys() {
        gateway.answer(KEYS::equals, 200, "{\"keys\":[]}");

        assertThat(watched().isKept()).isFalse();
    }

    private Figure watched() {
        KeySetWatch watch = KeySetWatch.of(gateway.urls());
        try (watch) {
            assertThat(Deadline.in(Duration.ofSeconds(20)).await(() -> gateway.asked() > 0))
                    .isTrue();
        }
        return watch.figure();
    }
}
