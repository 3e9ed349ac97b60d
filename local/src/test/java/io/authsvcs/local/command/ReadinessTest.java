package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static final Duration START = Duration.ofMillis(20_400);

    @Test
    void whereNothingWasBuiltTheStartIsAll() {
        assertThat(new Readiness(START, Optional.empty())).hasToString("Ready after 20.4 s");
    }

    @Test
    void theBuildIsSaidBesideTheStart() {
        assertThat(new Readiness(START, Optional.of(Duration.ofSeconds(41))))
                .hasToString("Ready after 41 s of building and 20.4 s of starting");
    }
}
