package io.authsvcs.local.load;

import java.time.Duration;

/**
 * What one of a flood was answered.
 *
 * @param at when, from the beginning of the flood
 * @param status 0 where there was no answer
 * @param saysWhen whether it has Retry-After
 * @param latency from the moment that it was asked
 */
public record Response(Duration at, int status, boolean saysWhen, Duration latency) {
    private static final int LOST = 0;

    static Response lost(Duration at, Duration latency) {
        return new Response(at, LOST, false, latency);
    }

    /** It was done, if only to find out that a password is wrong. */
    boolean isServed() {
        return status == 200 || status == 401;
    }

    /** As whoever is overloaded has to: with Retry-After. */
    boolean isRefused() {
        return status == 503 && saysWhen;
    }

    boolean isLate() {
        return status == 504;
    }
}
