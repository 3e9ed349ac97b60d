package io.authsvcs.local.attack;

import java.time.Duration;

/**
 * How much of everything, and from which seed.
 *
 * @param calls of each kind whose times are compared at the canonical login; elsewhere a quarter
 * @param accounts of which each is guessed at once
 * @param requests that are spoilt; a tenth as many, and 200 at least, while somebody is in the registry who isn't ours
 * @param clients that are slow; a tenth as many send large bodies, and a quarter log in at once
 * @param guessing for how long passwords of one account are guessed
 * @param rotations of the signing keys
 * @param every from one of them to the next
 * @param rate of the load beside which times are compared again, in requests a second
 */
public record Terms(
        int calls,
        int accounts,
        int requests,
        int clients,
        Duration guessing,
        int rotations,
        Duration every,
        int rate,
        long seed) {
    public static final int CALLS = 2_000;
    public static final int ACCOUNTS = 10_000;
    public static final int REQUESTS = 100_000;
    public static final int CLIENTS = 2_000;
    public static final int GUESSING_MINUTES = 15;
    public static final int ROTATIONS = 10;
    public static final int EVERY_SECONDS = 60;
    public static final int RATE = 200;

    /** As much as is promised. */
    public static Terms usual(long seed) {
        return new Terms(
                CALLS,
                ACCOUNTS,
                REQUESTS,
                CLIENTS,
                Duration.ofMinutes(GUESSING_MINUTES),
                ROTATIONS,
                Duration.ofSeconds(EVERY_SECONDS),
                RATE,
                seed);
    }
}
