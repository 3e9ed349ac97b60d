package io.authsvcs.local.chaos;

import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.load.Responses;
import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What is left of a cluster that is asked for more than it can do. */
final class Overload {
    private static final double LEAST_GOODPUT = 0.80;
    private static final Duration QUICK = Duration.ofMillis(100);
    private static final Duration ADMITTED = Duration.ofMillis(250);
    private static final int MOST = 99;

    private Overload() {}

    /** By the median of an odd number of rounds. */
    static Figure goodput(List<Round> rounds) {
        List<Round> sorted =
                rounds.stream().sorted(Comparator.comparingDouble(Round::share)).toList();
        Round median = sorted.get(sorted.size() / 2);
        return new Figure(
                "Asked " + each(median, Surge::asked) + " times a second, " + each(median, Surge::goodput)
                        + " requests a second were served, in the end " + Quantities.percent(median.share())
                        + " of the most, which is the median of "
                        + sorted.stream()
                                .map(round -> Quantities.percent(round.share()))
                                .collect(Collectors.joining(", ")),
                "at least " + Quantities.percent(LEAST_GOODPUT),
                median.share() >= LEAST_GOODPUT);
    }

    private static String each(Round round, ToDoubleFunction<Surge> rate) {
        return round.floods().stream()
                .map(flood -> String.valueOf(Math.round(rate.applyAsDouble(flood))))
                .collect(Collectors.joining(", "));
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
