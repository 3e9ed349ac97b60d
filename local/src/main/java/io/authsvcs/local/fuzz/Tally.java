package io.authsvcs.local.fuzz;

import java.util.List;
import java.util.Map;

/**
 * How a run went.
 *
 * @param replies how often each status came, {@code closed} or {@code silence}
 * @param complaints how many there were
 * @param first the first of them
 */
public record Tally(long seed, int requests, Map<String, Long> replies, int complaints, List<Complaint> first) {
    public Tally {
        replies = Map.copyOf(replies);
        first = List.copyOf(first);
    }

    public boolean isClean() {
        return complaints == 0;
    }
}
