package io.authsvcs.local.command;

import io.authsvcs.local.console.Quantities;
import java.time.Duration;
import java.util.Optional;

/**
 * How long it took until the cluster served.
 *
 * @param start from the end of the build
 * @param build that of the script, if there was something to build
 */
record Readiness(Duration start, Optional<Duration> build) {
    private static final String BUILT = "authsvcs.built";

    /** The script has said how long it built. */
    static Readiness after(Duration start) {
        return new Readiness(start, Optional.ofNullable(Long.getLong(BUILT)).map(Duration::ofSeconds));
    }

    /** For example {@code Ready after 41 s of building and 20.4 s of starting}. */
    @Override
    public String toString() {
        String took = Quantities.seconds(start);
        return build.map(before -> "Ready after " + before.toSeconds() + " s of building and " + took + " of starting")
                .orElse("Ready after " + took);
    }
}
