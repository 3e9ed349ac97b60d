package io.authsvcs.local.chaos;

import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.load.Operation;
import io.authsvcs.local.load.Samples;
import java.time.Duration;

/** Those who only ask whether a token is valid while others log in. */
final class LoginFlood {
    private static final double LEAST_SERVED = 0.999;
    private static final double MOST_SLOWER = 2;
    private static final int MOST = 99;

    private LoginFlood() {}

    static Figure hashed(Surge flood) {
        int served = flood.responses().served().size();
        int refused = flood.responses().refused().size();
        return new Figure(
                Math.round(flood.aSecond(served)) + " logins a second were answered, and "
                        + Math.round(flood.aSecond(refused)) + " refused by 503 with Retry-After",
                "some of both",
                served > 0 && refused > 0);
    }

    static Figure served(Samples meanwhile) {
        Samples validates = meanwhile.of(Operation.VALIDATE);
        int served = validates.asPromised().size();
        return new Figure(
                served + " of " + validates.size() + " validates beside them were served",
                "at least " + Quantities.percent(LEAST_SERVED),
                validates.size() > 0 && served >= LEAST_SERVED * validates.size());
    }

    static Figure slowed(Samples before, Samples meanwhile) {
        Duration usual = late(before);
        Duration late = late(meanwhile);
        double times = usual.isZero() ? Double.POSITIVE_INFINITY : (double) late.toNanos() / usual.toNanos();
        return new Figure(
                "99 % of the validates were answered within " + Quantities.tenthsOfMilliseconds(late)
                        + ", and before within " + Quantities.tenthsOfMilliseconds(usual) + ": "
                        + Quantities.times(times),
                "at most " + Quantities.times(MOST_SLOWER),
                times <= MOST_SLOWER);
    }

    private static Duration late(Samples samples) {
        return samples.of(Operation.VALIDATE).asPromised().percentile(MOST);
    }
}
