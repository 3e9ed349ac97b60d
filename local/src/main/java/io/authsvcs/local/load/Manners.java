package io.authsvcs.local.load;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When a client of a flood asks again. */
@FunctionalInterface
public interface Manners {
    /** @param retryAfter zero where the answer doesn't say */
    Duration pauseAfter(Response response, Duration retryAfter);

    /** At once, whatever it is told. */
    static Manners none() {
        return (response, retryAfter) -> Duration.ZERO;
    }

    /** When it was told to, and up to a second later, lest all come at the same moment. */
    static Manners good() {
        return (response, retryAfter) -> response.saysWhen()
                ? retryAfter.plusMillis(ThreadLocalRandom.current().nextInt(1_000))
                : Duration.ZERO;
    }

    /** When so long has gone by since it asked, or at once where its answer took longer. */
    static Manners every(Duration interval) {
        return (response, retryAfter) ->
                interval.compareTo(response.latency()) > 0 ? interval.minus(response.latency()) : Duration.ZERO;
    }
}
