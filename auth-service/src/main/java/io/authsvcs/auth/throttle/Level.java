package io.authsvcs.auth.throttle;

import java.time.Duration;
import java.util.Optional;

/**
 * How full a bucket is.
 *
 * @param backlog how long it takes to drain
 * @param promised how long it is until whoever was told to come again will be let in; negative: since when
 */
record Level(Duration backlog, Optional<Duration> promised) {
    static final Level EMPTY = new Level(Duration.ZERO, Optional.empty());

    boolean isAtRest() {
        return backlog.isZero();
    }
}
