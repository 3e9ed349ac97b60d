package io.authsvcs.gateway.recent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/** How long things took, from a microsecond to a minute; what took longer counts as a minute. It takes some 20 KB. */
public final class Distribution {
    private static final long LONGEST = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 2;
    private static final double HUNDREDTHS = 100;

    private final AbstractHistogram micros = new AtomicHistogram(LONGEST, DIGITS);

    public void record(Duration taken) {
        micros.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(taken.toNanos()), 0, LONGEST));
    }

    /** Nothing where nothing happened. */
    public Optional<Latency> latency() {
        return latencyOf(Stream.of(this));
    }

    static Optional<Latency> latencyOf(Stream<Distribution> parts) {
        Histogram sum = new Histogram(LONGEST, DIGITS);
        parts.forEach(part -> sum.add(part.micros));
        return Optional.of(sum).filter(all -> all.getTotalCount() > 0).map(Distribution::latencyOf);
    }

    private static Latency latencyOf(Histogram sum) {
        return new Latency(
                millis(sum.getValueAtPercentile(50)),
                millis(sum.getValueAtPercentile(90)),
                millis(sum.getValueAtPercentile(99)),
                millis(sum.getMaxValue()));
    }

    /** To a hundredth. */
    private static double millis(long micros) {
        return Math.round(micros * HUNDREDTHS / TimeUnit.MILLISECONDS.toMicros(1)) / HUNDREDTHS;
    }
}
