package io.authsvcs.local.chaos;

import java.util.List;

/**
 * The same clients asking more and more often, one flood right after the other: the machine of one is the machine of the
 * other.
 *
 * @param floods each of a higher rate than the one before
 */
record Round(List<Surge> floods) {
    Round {
        floods = List.copyOf(floods);
    }

    /** In requests a second, at whichever rate most were served. */
    double peak() {
        return floods.stream().mapToDouble(Surge::goodput).max().orElseThrow();
    }

    /** At the highest rate. */
    Surge overload() {
        return floods.getLast();
    }

    /** Of the peak that is left in the overload. */
    double share() {
        return overload().goodput() / peak();
    }
}
