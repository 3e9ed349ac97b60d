package io.authsvcs.gateway.limits;

import java.time.Duration;

/** Places that a test takes and gives back itself. */
public final class TestPlaces {
    private TestPlaces() {}

    public static Places of(int most) {
        return new Places(new LoadSettings(most, Duration.ZERO), System::nanoTime);
    }

    public static void take(Places places) {
        if (!places.tryTake()) {
            throw new IllegalStateException("No place is free");
        }
    }

    public static void giveBack(Places places) {
        places.giveBack();
    }
}
