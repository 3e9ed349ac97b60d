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
 * @param times how often each happens, in place of its own
 * @param longest that anybody may wait, in place of what is promised: where the machine does other things as well
 * @param operations of a trial that counts its own
 */
public record Terms(
        int rate,
        int logins,
        int warmUp,
        Optional<Duration> length,
        Optional<Integer> times,
        Optional<Duration> longest,
        int operations,
        long seed) {
    public static final int USUAL_RATE = 200;
    public static final int USUAL_LOGINS = 4;
    private static final int USUAL_OPERATIONS = 1_000;
    private static final int USUAL_WARM_UP = 1_000;

    public static Terms usual(long seed) {
        return new Terms(
                USUAL_RATE,
                USUAL_LOGINS,
                USUAL_WARM_UP,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                USUAL_OPERATIONS,
                seed);
    }

    public Terms withRate(int requests) {
        return new Terms(requests, logins, warmUp, length, times, longest, operations, seed);
    }

    public Terms withLogins(int most) {
        return new Terms(rate, most, warmUp, length, times, longest, operations, seed);
    }

    public Terms withWarmUp(int requests) {
        return new Terms(rate, logins, requests, length, times, longest, operations, seed);
    }

    public Terms withLength(Duration each) {
        return new Terms(rate, logins, warmUp, Optional.of(each), times, longest, operations, seed);
    }

    public Terms withTimes(int often) {
        return new Terms(rate, logins, warmUp, length, Optional.of(often), longest, operations, seed);
    }

    public Terms withLongest(Duration wait) {
        return new Terms(rate, logins, warmUp, length, times, Optional.of(wait), operations, seed);
    }

    public Terms withOperations(int many) {
        return new Terms(rate, logins, warmUp, length, times, longest, many, seed);
    }

    Promise of(Promise promise) {
        return longest.map(promise::withLongest).orElse(promise);
    }

    Plan plan(List<URI> gateways) {
        return Plan.of(gateways, rate, seed).withLogins(logins).withWarmUp(warmUp);
    }
}
