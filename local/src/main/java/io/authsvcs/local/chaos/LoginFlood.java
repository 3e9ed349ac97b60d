package io.authsvcs.local.chaos;

import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.load.Responses;
import io.authsvcs.local.report.Figure;
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

    static Figure served(Responses meanwhile) {
        int served = meanwhile.served().size();
        return new Figure(
                served + " of " + meanwhile.size() + " validates beside them were served",
                "at least " + Quantities.percent(LEAST_SERVED),
                meanwhile.size() > 0 && served >= LEAST_SERVED * meanwhile.size());
    }

    static Figure slowed(Responses before, Responses meanwhile) {
        Duration usual = before.served().percentile(MOST);
        Duration late = meanwhile.served().percentile(MOST);
        double times = usual.isZero() ? Double.POSITIVE_INFINITY : (double) late.toNanos() / usual.toNanos();
        return new Figure(
                "99 % of the validates were answered within " + Quantities.tenthsOfMilliseconds(late)
                        + ", and before within " + Quantities.tenthsOfMilliseconds(usual) + ": "
                        + Quantities.times(times),
                "at most " + Quantities.times(MOST_SLOWER),
                times <= MOST_SLOWER);
    }
}
