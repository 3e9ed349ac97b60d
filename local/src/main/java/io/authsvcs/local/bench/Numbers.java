package io.authsvcs.local.bench;

import java.util.Locale;

/** Figures as people read them: no more digits than can be believed. */
final class Numbers {
    private static final double FEW = 10;
    private static final double MANY = 100;

    private Numbers() {}

    /** For example {@code 0.91}. */
    static String ratio(double value) {
        return String.format(Locale.ROOT, value < MANY ? "%.2f" : "%.0f", value);
    }

    /** For example {@code 1,210 (1,180–1,260)}. */
    static String spread(Spread spread) {
        return figure(spread.median()) + " (" + figure(spread.least()) + "–" + figure(spread.most()) + ")";
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < FEW ? "%.2f" : value < MANY ? "%.1f" : "%,.0f", value);
    }
}
