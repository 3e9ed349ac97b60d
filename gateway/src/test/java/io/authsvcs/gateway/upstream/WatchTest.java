package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final AtomicInteger looks = new AtomicInteger();
    private final Watch watch = new Watch(
            new Instances(InstantSource.system()),
            this::look,
            new Probe(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofSeconds(5)),
            new Memory(Optional.empty()),
            Duration.ofMillis(5));

    @AfterEach
    void stop() {
        watch.stop();
    }

    @Test
    void oneThatFailsOnceLooksAgain() {
        watch.start();

        await().until(() -> looks.get() > 2);
    }

    @Test
    void oneThatStoppedCanStartAgain() {
        watch.start();
        assertThat(watch.isRunning()).isTrue();
        watch.stop();
        assertThat(watch.isRunning()).isFalse();

        int before = looks.get();
        watch.start();

        assertThat(watch.isRunning()).isTrue();
        await().until(() -> looks.get() > before);
    }

    private List<Registration> look() {
        if (looks.incrementAndGet() == 1) {
            throw new IllegalStateException("The first look fails");
        }
        return List.of();
    }
}
