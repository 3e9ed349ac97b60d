package io.authsvcs.local.chaos;

import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.load.Responses;
import java.time.Duration;

/** What is left of a cluster that is asked for more than it can do. */
final class Overload {
    private static final double LEAST_GOODPUT = 0.80;
    private static final Duration QUICK = Duration.ofMillis(100);
    private static final Duration ADMITTED = Duration.ofMillis(250);
    private static final int MOST = 99;

    private Overload() {}

    /** @param peak the flood that it could best bear */
    static Figure goodput(Surge flood, Surge peak) {
        double share = flood.goodput() / peak.goodput();
        return new Figure(
                "Asked " + Math.round(flood.asked()) + " times a second by " + flood.clients() + " clients it served "
                        + Math.round(flood.goodput())
                        + " requests a second, " + Quantities.percent(share) + " of the "
                        + Math.round(peak.goodput()) + " with " + peak.clients() + " clients",
                "at least " + Quantities.percent(LEAST_GOODPUT),
                share >= LEAST_GOODPUT);
    }

    static Figure admitted(Responses responses) {
        Responses served = responses.served();
        return within(served, ADMITTED, served.size() + " requests of the flood were served");
    }

    static Figure refused(Responses responses) {
        Responses refused = responses.refused();
        return within(refused, QUICK, refused.size() + " were refused by 503 with Retry-After");
    }

    static Figure others(Responses responses) {
        Responses others = responses.others();
        return new Figure(
                others.size() + " were answered otherwise, or not at all"
                        + (others.size() > 0 ? ": " + others.byStatus() : ""),
                "none",
                others.size() == 0);
    }

    private static Figure within(Responses responses, Duration promised, String fact) {
        Duration late = responses.percentile(MOST);
        return new Figure(
                fact + ", 99 % of them within " + Quantities.tenthsOfMilliseconds(late),
                "at most " + Quantities.tenthsOfMilliseconds(promised),
                late.compareTo(promised) <= 0);
    }
}
