package io.authsvcs.local.load;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.net.URI;
import java.util.List;

/**
 * How much load, and where to.
 *
 * @param urls of the gateways; a connection that one refuses is tried at the next, and nothing else is repeated
 * @param rate requests a second
 * @param logins at most so many of them, a second: each costs a password hash
 * @param warmUp so many requests come before those that are counted
 * @param mostUnderWay who would be one more is not sent, and counts as a failure
 * @param seed of what is picked
 */
public record Plan(List<URI> urls, int rate, int logins, int warmUp, int mostUnderWay, long seed) {
    private static final int USUAL_LOGINS = 4;
    private static final int USUAL_WARM_UP = 1_000;
    private static final int USUALLY_UNDER_WAY = 1_000;

    public Plan {
        urls = List.copyOf(urls);
        if (urls.isEmpty() || rate < 1 || logins < 0 || warmUp < 0 || mostUnderWay < 1) {
            throw new Fault(
                    FaultKind.USAGE,
                    "load",
                    "No load can be made of " + rate + " requests a second, " + logins + " logins among them, to "
                            + urls + ".",
                    "Take one gateway and one request a second at least.");
        }
    }

    public static Plan of(List<URI> urls, int rate, long seed) {
        return new Plan(urls, rate, USUAL_LOGINS, USUAL_WARM_UP, USUALLY_UNDER_WAY, seed);
    }

    public Plan withLogins(int most) {
        return new Plan(urls, rate, most, warmUp, mostUnderWay, seed);
    }

    public Plan withWarmUp(int requests) {
        return new Plan(urls, rate, logins, requests, mostUnderWay, seed);
    }

    public Plan withMostUnderWay(int most) {
        return new Plan(urls, rate, logins, warmUp, most, seed);
    }

    public Plan to(List<URI> others) {
        return new Plan(others, rate, logins, warmUp, mostUnderWay, seed);
    }
}
