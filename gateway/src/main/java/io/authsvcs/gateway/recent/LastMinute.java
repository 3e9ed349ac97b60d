package io.authsvcs.gateway.recent;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** How long things took in the last minute, which is forgotten ten seconds at a time. It takes some 120 KB at most. */
public final class LastMinute {
    private static final long STEP_SECONDS = 10;
    private static final int STEPS = 6;

    private final InstantSource clock;
    private final Ring<Distribution> steps = new Ring<>(STEPS, number -> new Distribution());

    public LastMinute(InstantSource clock) {
        this.clock = clock;
    }

    public void record(Duration taken) {
        steps.at(step()).record(taken);
    }

    /** Nothing where nothing happened. */
    public Optional<Latency> latency() {
        long now = step();
        return Distribution.latencyOf(steps.between(now - STEPS + 1, now + 1));
    }

    private long step() {
        return Math.floorDiv(clock.instant().getEpochSecond(), STEP_SECONDS);
    }
}
