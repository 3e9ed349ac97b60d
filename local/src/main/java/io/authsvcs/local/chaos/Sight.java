package io.authsvcs.local.chaos;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that a look at the status had to show.
 *
 * @param fact in words
 * @param within when that is promised
 * @param after when the first look had ended that showed it, from when it was so; empty when none did
 */
public record Sight(String fact, Duration within, Optional<Duration> after) {
    boolean isInTime() {
        return after.filter(seen -> seen.compareTo(within) <= 0).isPresent();
    }
}
