package io.authsvcs.local.chaos;

import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.load.Samples;
import io.authsvcs.local.report.Figure;
import java.time.Duration;

/** What callers are told while there is no instance. */
final class Absence {
    /** A gateway has found out that the last one is gone. */
    static final Duration KNOWN = Duration.ofSeconds(1);
    /** One that has come serves. */
    static final Duration OVER = Duration.ofSeconds(3);

    private static final String WORDS = "Unavailable auth-svcs instances";
    private static final Duration QUICK = Duration.ofMillis(50);

    private Absence() {}

    /** @param nobody the requests of the time from {@link #KNOWN} on */
    static Figure told(Samples nobody) {
        int told = nobody.refusedWith(WORDS).size();
        return new Figure(
                told + " of " + nobody.size() + " requests that came " + Quantities.seconds(KNOWN)
                        + " or more after the last instance had died were told \"" + WORDS + "\"",
                "all of them",
                nobody.size() > 0 && told == nobody.size());
    }

    /** @param nobody the requests of the time from {@link #KNOWN} on */
    static Figure quick(Samples nobody) {
        Samples told = nobody.refusedWith(WORDS);
        Duration late = told.percentile(99);
        return new Figure(
                "They were told so within " + Quantities.tenthsOfMilliseconds(told.percentile(50))
                        + " in the median, and 99 % of them within " + Quantities.tenthsOfMilliseconds(late),
                "at most " + Quantities.tenthsOfMilliseconds(QUICK),
                late.compareTo(QUICK) <= 0);
    }

    /** @param somebody the requests of the time from {@link #OVER} after one was back */
    static Figure over(Samples somebody) {
        int served = somebody.asPromised().size();
        return new Figure(
                served + " of " + somebody.size() + " requests that came " + Quantities.seconds(OVER)
                        + " or more after the first instance was back were served",
                "all of them",
                somebody.size() > 0 && served == somebody.size());
    }
}
