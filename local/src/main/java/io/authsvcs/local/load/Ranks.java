package io.authsvcs.local.load;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Percentiles of few enough latencies to keep them all. */
public final class Ranks {
    private Ranks() {}

    /**
     * The latency that so many of a hundred did not exceed: that of the nearest rank, which somebody had. Zero when there
     * are none.
     */
    public static Duration percentile(Stream<Duration> latencies, double percent) {
        List<Duration> sorted = latencies.sorted().toList();
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(0, rank - 1));
    }
}
