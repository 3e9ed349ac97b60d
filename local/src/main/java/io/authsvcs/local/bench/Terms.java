package io.authsvcs.local.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param starts of the cluster, the last of which is measured
 * @param rounds in each of which every peer has its turn
 * @param round how long a turn is
 * @param warmUp so many requests at least come first that aren't counted, until they are served no faster
 * @param longestWarmUp those who are slow get fewer
 * @param steady whether latencies are measured below saturation as well
 */
public record Terms(int starts, int rounds, Duration round, int warmUp, Duration longestWarmUp, boolean steady) {
    private static final int WARM_UP = 50_000;

    /** As a report asks. */
    public static Terms usual() {
        return new Terms(3, 7, Duration.ofSeconds(8), WARM_UP, Duration.ofMinutes(2), true);
    }

    /** As a gate asks: within three minutes. */
    public static Terms quick() {
        return new Terms(1, 3, Duration.ofSeconds(5), WARM_UP, Duration.ofSeconds(30), false);
    }
}
