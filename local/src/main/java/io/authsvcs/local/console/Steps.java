package io.authsvcs.local.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The steps under way, with the moment of their beginning. */
final class Steps {
    private final Map<String, Instant> begun = new LinkedHashMap<>();
    private final InstantSource clock;

    Steps(InstantSource clock) {
        this.clock = clock;
    }

    void begin(String step) {
        begun.put(step, clock.instant());
    }

    /** How long it took. */
    Duration end(String step) {
        Instant beginning = begun.remove(step);
        return Duration.between(Objects.requireNonNullElseGet(beginning, clock::instant), clock.instant());
    }

    Set<String> underWay() {
        return begun.keySet();
    }

    /** For how long the oldest of them has been under way. */
    Duration longest() {
        return begun.values().stream()
                .findFirst()
                .map(first -> Duration.between(first, clock.instant()))
                .orElse(Duration.ZERO);
    }
}
