package io.authsvcs.local.attack;

import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.report.Figure;
import java.util.List;

/**
 * What a process took, before and then by the second.
 *
 * @param before bytes of memory, and descriptors
 * @param meanwhile the same, each second
 */
record Usage(String process, Amount before, List<Amount> meanwhile) {
    private static final long MOST_GROWTH = 64L << 20;
    private static final int FEW = 64;

    record Amount(long memory, int descriptors) {}

    Usage {
        meanwhile = List.copyOf(meanwhile);
    }

    Figure memory() {
        long most = meanwhile.stream().mapToLong(Amount::memory).max().orElse(Long.MAX_VALUE);
        return new Figure(
                process + " had " + Quantities.bytes(before.memory()) + " before, and at most " + Quantities.bytes(most)
                        + " then",
                "at most " + Quantities.bytes(MOST_GROWTH) + " more",
                before.memory() > 0 && most - before.memory() <= MOST_GROWTH);
    }

    /** @param after when all have left */
    Figure descriptors(Amount after) {
        int most = meanwhile.stream().mapToInt(Amount::descriptors).max().orElse(0);
        return new Figure(
                process + " had " + before.descriptors() + " descriptors before, at most " + most + " then, and has "
                        + after.descriptors() + " afterwards",
                "at most " + FEW + " more afterwards",
                after.descriptors() > 0 && after.descriptors() <= before.descriptors() + FEW);
    }
}
