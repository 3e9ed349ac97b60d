package io.authsvcs.gateway.upstream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.gateway.recent.LastMinute;
import io.authsvcs.gateway.recent.Latency;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** What became of the requests at one instance, since this gateway has known it. Nobody waits to count. */
public final class Tally {
    private final LongAdder requests = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LastMinute latencies;

    Tally(InstantSource clock) {
        this.latencies = new LastMinute(clock);
    }

    /**
     * All that is counted.
     *
     * @param requests tries that have ended
     * @param errors those of them that failed, or were answered with 500 or above
     * @param retries tries that began because another instance had failed the request
     * @param latency of the last minute's tries, failed ones included
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Count(long requests, long errors, long retries, Optional<Latency> latency) {}

    /** A try has ended. */
    void ended(Duration taken, boolean failed) {
        if (failed) {
            errors.increment();
        }
        requests.increment();
        latencies.record(taken);
    }

    /** A try begins here because another instance has failed the request. */
    void retried() {
        retries.increment();
    }

    public long requests() {
        return requests.sum();
    }

    public long errors() {
        return errors.sum();
    }

    public Count count() {
        // Errors first, for who fails is counted there first: there are never more of them than requests.
        long failed = errors.sum();
        return new Count(requests.sum(), failed, retries.sum(), latencies.latency());
    }
}
