package io.authsvcs.local.load;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Latencies in microseconds, exact to three digits, and the worst of each 100 ms. */
final class Latencies {
    private static final int DIGITS = 3;
    private static final long BUCKET_MILLIS = 100;

    private final Histogram histogram = new ConcurrentHistogram(DIGITS);
    private final NavigableMap<Long, Long> worst = new ConcurrentSkipListMap<>();

    /** @param since from the beginning of what is counted to the moment that the request was due */
    void add(Duration since, Duration latency) {
        long micros = Math.max(0, latency.toNanos() / 1_000);
        histogram.recordValue(micros);
        worst.merge(since.toMillis() / BUCKET_MILLIS, micros, Math::max);
    }

    Duration percentile(double percentile) {
        return micros(histogram.getValueAtPercentile(percentile));
    }

    /** To the microsecond. */
    Duration worst() {
        return worst.values().stream().max(Long::compare).map(Latencies::micros).orElse(Duration.ZERO);
    }

    /** The worst latency of those that were due in each 100 ms, by the moment that these begin. */
    NavigableMap<Duration, Duration> worstByMoment() {
        NavigableMap<Duration, Duration> moments = new TreeMap<>();
        for (Map.Entry<Long, Long> bucket : worst.entrySet()) {
            moments.put(Duration.ofMillis(bucket.getKey() * BUCKET_MILLIS), micros(bucket.getValue()));
        }
        return moments;
    }

    private static Duration micros(long count) {
        return Duration.ofNanos(count * 1_000);
    }
}
