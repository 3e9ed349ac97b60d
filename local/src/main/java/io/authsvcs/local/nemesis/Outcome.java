package io.authsvcs.local.nemesis;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of it.
 *
 * @param killed how often, by name
 * @param counts of the deeds by the journal
 * @param repeated how often a request was sent again
 * @param broken the promises that were, in sentences
 */
public record Outcome(
        Onslaught onslaught,
        Map<String, Long> killed,
        Map<Deed, Acknowledged> counts,
        long repeated,
        Duration length,
        List<String> broken) {
    public Outcome {
        killed = Collections.unmodifiableMap(new TreeMap<>(killed));
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        broken = List.copyOf(broken);
    }

    /** Whether nothing was lost, and nothing was done twice. */
    public boolean isKept() {
        return broken.isEmpty();
    }

    public long kills() {
        return killed.values().stream().mapToLong(Long::longValue).sum();
    }

    public Acknowledged operations() {
        return counts.values().stream().reduce(Acknowledged.NONE, Acknowledged::plus);
    }
}
