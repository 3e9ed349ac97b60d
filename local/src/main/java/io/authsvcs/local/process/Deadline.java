package io.authsvcs.local.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A moment until which something is waited for. */
public record Deadline(Instant moment, InstantSource clock) {
    private static final Duration PAUSE = Duration.ofMillis(40);

    public static Deadline in(Duration length) {
        return in(length, InstantSource.system());
    }

    public static Deadline in(Duration length, InstantSource clock) {
        return new Deadline(clock.instant().plus(length), clock);
    }

    public boolean passed() {
        return !clock.instant().isBefore(moment);
    }

    /** Looks again and again; whether the fact came about in time. It is looked at once at least. */
    public boolean await(BooleanSupplier fact) {
        while (!fact.getAsBoolean()) {
            if (passed()) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting");
        }
    }
}
