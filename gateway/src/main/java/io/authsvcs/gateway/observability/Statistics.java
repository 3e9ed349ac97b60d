package io.authsvcs.gateway.observability;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.gateway.recent.LastMinute;
import io.authsvcs.gateway.recent.Latency;
import io.authsvcs.gateway.recent.Ring;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The requests of the whole gateway: since its start, and by the second. No request waits to be counted. All of it takes
 * some 400 KB at most: a second's distribution is kept until the second after the next one, then its figures.
 */
public final class Statistics {
    /** In seconds, how long they are kept. */
    public static final int KEPT = 600;

    private final InstantSource clock;
    private final Instant since;
    private final Totals totals = new Totals();
    private final LastMinute latencies;
    // One more, for the second that is not over.
    private final Ring<Second> seconds = new Ring<>(KEPT + 1, this::begin);

    Statistics(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        this.latencies = new LastMinute(clock);
    }

    /**
     * What operators see.
     *
     * @param since when the gateway was started, to the second
     * @param requests that have ended since
     * @param errors those that were answered with 500 or above, but for 503
     * @param refusals those that were told to come again: 429 and 503
     * @param latency of the last minute
     * @param seconds that are over, and in which a request ended
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Figures(
            Instant since, long requests, long errors, long refusals, Optional<Latency> latency, List<Row> seconds) {}

    /** A second that is over. Times are in milliseconds, of requests from their id to their end, which was in it. */
    public record Row(
            Instant at, long requests, long errors, long refused, long retries, double p50, double p99, double max) {}

    void record(Ending ending) {
        totals.add(ending);
        latencies.record(ending.taken());
        seconds.at(now()).add(ending);
    }

    /** @param last how many seconds at most, from 1 to {@value #KEPT} */
    public Figures figures(int last) {
        long now = now();
        List<Row> rows = seconds.between(now - last, now)
                .flatMap(second -> second.row().stream())
                .toList();
        return new Figures(since, totals.requests(), totals.errors(), totals.refusals(), latencies.latency(), rows);
    }

    private Second begin(long number) {
        seconds.between(number - KEPT, number - 1).forEach(Second::close);
        return new Second(Instant.ofEpochSecond(number));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
