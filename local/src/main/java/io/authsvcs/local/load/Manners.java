package io.authsvcs.local.load;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When a client of a flood asks, and when it asks again. */
@FunctionalInterface
public interface Manners {
    /** Before it asks for the first time. */
    default Duration pauseAtFirst() {
        return Duration.ZERO;
    }

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

    /**
     * When so long has gone by since it asked, or at once where its answer took longer. The first time is left to chance:
     * clients who don't know each other don't all ask at the same moment.
     */
    static Manners every(Duration interval) {
        return new Every(interval);
    }

    /** @param interval from one request to the next */
    record Every(Duration interval) implements Manners {
        @Override
        public Duration pauseAtFirst() {
            return Duration.ofNanos(ThreadLocalRandom.current().nextLong(interval.toNanos() + 1));
        }

        @Override
        public Duration pauseAfter(Response response, Duration retryAfter) {
            return interval.compareTo(response.latency()) > 0 ? interval.minus(response.latency()) : Duration.ZERO;
        }
    }
}
