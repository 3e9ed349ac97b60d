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
    private final LongAdder successes = new LongAdder();
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
     * @param retries tries that began because one before, at this instance or another, had failed the request
     * @param latency of the last minute's tries, failed ones included
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Count(long requests, long errors, long retries, Optional<Latency> latency) {}

    /** A try has ended. */
    void ended(Duration taken, boolean failed) {
        (failed ? errors : successes).increment();
        latencies.record(taken);
    }

    /** A try begins here because one before, here or elsewhere, has failed the request. */
    void retried() {
        retries.increment();
    }

    public long successes() {
        return successes.sum();
    }

    public long errors() {
        return errors.sum();
    }

    public Count count() {
        long failed = errors.sum();
        return new Count(successes.sum() + failed, failed, retries.sum(), latencies.latency());
    }
}
