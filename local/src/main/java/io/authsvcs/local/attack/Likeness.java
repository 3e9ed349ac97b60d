package io.authsvcs.local.attack;

import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.load.Ranks;
import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Whether times of two kinds can be told apart (the rank sum of Mann and Whitney).
 *
 * @param of what was compared
 * @param some those that the others are held against
 */
record Likeness(String of, List<Duration> some, List<Duration> others) {
    private static final double LEAST = 0.45;
    private static final double MOST = 0.55;
    private static final double MEDIANS = 0.02;
    /** With fewer, chance alone may look like a difference. */
    private static final int ENOUGH = 400;

    Likeness {
        some = List.copyOf(some);
        others = List.copyOf(others);
    }

    /** How probable it is that one of the others took longer than one of the first: 0.5 where nothing can be told. */
    double auc() {
        long[] sorted = some.stream().mapToLong(Duration::toNanos).sorted().toArray();
        double sum = others.stream()
                .mapToDouble(other -> below(sorted, other.toNanos()))
                .sum();
        return sum / some.size() / others.size();
    }

    /** By how much of the first median the other one differs. */
    double medians() {
        double first = median(some).toNanos();
        return Math.abs(median(others).toNanos() - first) / first;
    }

    Figure figure() {
        boolean enough = Math.min(some.size(), others.size()) >= ENOUGH;
        double auc = auc();
        return new Figure(
                String.format(
                        Locale.ROOT,
                        "%s: AUC %.3f, medians %s and %s, %s apart, of %d and %d calls%s",
                        of,
                        auc,
                        Quantities.tenthsOfMilliseconds(median(some)),
                        Quantities.tenthsOfMilliseconds(median(others)),
                        Quantities.percent(medians()),
                        some.size(),
                        others.size(),
                        enough ? "" : ", too few to judge by"),
                "an AUC from " + LEAST + " to " + MOST + ", and medians at most " + Quantities.percent(MEDIANS)
                        + " apart",
                !enough || (auc >= LEAST && auc <= MOST && medians() <= MEDIANS));
    }

    /** How many of them are less, those that are equal counting half. */
    private static double below(long[] sorted, long value) {
        return (first(sorted, value) + first(sorted, value + 1)) / 2.0;
    }

    /** The place of the first that is no less. */
    private static int first(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Duration median(List<Duration> durations) {
        return Ranks.percentile(durations.stream(), 50);
    }
}
