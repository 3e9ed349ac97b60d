package io.authsvcs.local.load;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a tally has counted.
 *
 * @param failures whatever was not promised, and not allowed meanwhile
 * @param byStatus each operation's answers by status; {@code lost} where there was none, {@code unsent} where none was
 *     asked for
 * @param examples the first failures
 * @param worstByMoment the worst latency of those due in each 100 ms, by when these begin
 * @param loginsAnswered by 200 or 201, with a token
 * @param loginsUnknown that may have been done, though nobody was told so
 */
public record Count(
        long requests,
        long failures,
        Map<Operation, Map<String, Long>> byStatus,
        List<Failure> examples,
        Duration p50,
        Duration p99,
        Duration worst,
        NavigableMap<Duration, Duration> worstByMoment,
        long loginsAnswered,
        long loginsUnknown) {
    public Count {
        byStatus = Collections.unmodifiableMap(new TreeMap<>(byStatus));
        examples = List.copyOf(examples);
        worstByMoment = Collections.unmodifiableNavigableMap(new TreeMap<>(worstByMoment));
    }
}
