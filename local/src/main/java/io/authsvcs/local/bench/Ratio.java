package io.authsvcs.local.bench;

/**
 * Two figures of one run, and what is aimed at. Ratios outlive a machine; the figures themselves don't.
 *
 * @param name which stays from run to run
 * @param of what is divided by what, in words
 * @param measured the ratio of medians, with the least and the most of single rounds
 */
record Ratio(String name, String of, Spread measured, Aim aim, double target) {
    private static final double LEAST_KEPT = 0.8;

    enum Aim {
        AT_LEAST("at least"),
        AT_MOST("at most");

        private final String words;

        Aim(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    double value() {
        return measured.median();
    }

    boolean isMet() {
        return switch (aim) {
            case AT_LEAST -> value() >= target;
            case AT_MOST -> value() <= target;
        };
    }

    /** Whether it is worse by more than a fifth than it was. */
    boolean fellFrom(double recorded) {
        return !switch (aim) {
            case AT_LEAST -> value() >= LEAST_KEPT * recorded;
            case AT_MOST -> value() * LEAST_KEPT <= recorded;
        };
    }
}
