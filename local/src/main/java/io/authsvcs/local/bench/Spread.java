package io.authsvcs.local.bench;

import java.util.stream.DoubleStream;

/** What was measured several times. */
record Spread(double median, double least, double most) {
    /** A figure that is no median of these, though worked out from such. */
    static Spread around(double figure, DoubleStream values) {
        Spread spread = of(values);
        return new Spread(figure, spread.least(), spread.most());
    }

    /** Of an even number the mean of the two in the middle. */
    static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("Nothing has no median: at least one value is needed");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
