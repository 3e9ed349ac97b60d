package io.authsvcs.local.chaos;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that a look at the status had to show.
 *
 * @param fact in words
 * @param after when the first look began that showed it, from when it was so; empty when none did
 */
public record Sight(String fact, Optional<Duration> after) {
    boolean isInTime() {
        return after.filter(seen -> seen.compareTo(Promise.TRUTH) <= 0).isPresent();
    }
}
