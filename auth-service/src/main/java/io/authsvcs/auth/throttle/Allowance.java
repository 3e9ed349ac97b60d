package io.authsvcs.auth.throttle;

import java.time.Duration;

/**
 * How often something may happen: so many times at once, and then once each time that so long has passed. In any length of
 * time it happens no more often than {@code burst}, and once for each {@code every} in it.
 *
 * @param burst at once
 * @param every for how long each of them counts
 */
record Allowance(int burst, Duration every) {
    /** What a full bucket takes to drain. */
    Duration capacity() {
        return every.multipliedBy(burst);
    }

    /** How long it takes until there is room for one more. */
    Duration waitAt(Duration backlog) {
        Duration wait = backlog.minus(every.multipliedBy(burst - 1L));
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
