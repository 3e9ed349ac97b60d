package io.authsvcs.gateway.upstream;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Moments for people by the wall clock, and lengths by one that nobody sets: after a step of an hour back, everybody
 * would else be a newcomer for an hour.
 *
 * @param nanos as {@link System#nanoTime}
 */
record Clocks(InstantSource wall, LongSupplier nanos) {
    static Clocks system() {
        return new Clocks(InstantSource.system(), System::nanoTime);
    }

    Moment now() {
        return new Moment(wall.instant(), nanos.getAsLong());
    }

    /** @param shown for people alone */
    record Moment(Instant shown, long nanos) {}

    /** In nanoseconds. */
    long since(Moment moment) {
        return nanos.getAsLong() - moment.nanos();
    }
}
