package io.authsvcs.auth.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The keys and the time as the database had them.
 *
 * @param askedAt when they were asked for, in nanoseconds of this machine's monotonic clock
 * @param answeredAt when they came
 * @param at when that was by the database's clock
 * @param keys the oldest first
 */
record KeyReading(long askedAt, long answeredAt, Instant at, List<PublishedKey> keys) {
    KeyReading {
        keys = List.copyOf(keys);
    }

    /** Of two readings under way at once, the one begun later has seen more. */
    boolean isLaterThan(KeyReading other) {
        return askedAt - other.askedAt > 0;
    }

    /** The database's time now, going by this machine's monotonic clock since: nobody sets that one. */
    Instant timeAt(long nanos) {
        return at.plusNanos(nanos - answeredAt);
    }

    Duration ageAt(long nanos) {
        return Duration.ofNanos(nanos - askedAt);
    }

    boolean lacksAnyOf(KeyReading other) {
        return other.keys.stream()
                .anyMatch(key -> keys.stream().noneMatch(own -> own.kid().equals(key.kid())));
    }
}
