package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Plan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How hard, how long, and from which seed.
 *
 * @param rate requests a second
 * @param logins at most, a second
 * @param warmUp requests before the fault
 * @param length of each fault, in place of its own
 */
public record Terms(int rate, int logins, int warmUp, Optional<Duration> length, long seed) {
    public static final int USUAL_RATE = 200;
    public static final int USUAL_LOGINS = 4;
    private static final int USUAL_WARM_UP = 1_000;

    public static Terms usual(long seed) {
        return new Terms(USUAL_RATE, USUAL_LOGINS, USUAL_WARM_UP, Optional.empty(), seed);
    }

    public Terms withRate(int requests) {
        return new Terms(requests, logins, warmUp, length, seed);
    }

    public Terms withLogins(int most) {
        return new Terms(rate, most, warmUp, length, seed);
    }

    public Terms withWarmUp(int requests) {
        return new Terms(rate, logins, requests, length, seed);
    }

    public Terms withLength(Duration each) {
        return new Terms(rate, logins, warmUp, Optional.of(each), seed);
    }

    Plan plan(List<URI> gateways) {
        return Plan.of(gateways, rate, seed).withLogins(logins).withWarmUp(warmUp);
    }
}
