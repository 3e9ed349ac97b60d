package io.authsvcs.local.console;

import java.io.PrintWriter;
import java.util.OptionalLong;

/** A line now and then: for each tenth of the whole, or each 10 MiB where nobody knows how much that is. */
final class PlainMeter implements Meter {
    private static final int TENTHS = 10;
    private static final long STEP_OF_THE_UNKNOWN = 10L << 20;

    private final PrintWriter out;
    private final String label;
    private final OptionalLong total;
    private long steps;

    PlainMeter(PrintWriter out, Style style, String task, OptionalLong total) {
        this.out = out;
        this.label = style.under() + " " + task + "  ";
        this.total = total;
    }

    @Override
    public void at(long bytes) {
        long reached = steps(bytes);
        if (reached > steps) {
            steps = reached;
            out.println(label + words(bytes));
        }
    }

    @Override
    public void close() {
        out.flush();
    }

    private long steps(long bytes) {
        return total.isPresent() ? bytes * TENTHS / Math.max(1, total.getAsLong()) : bytes / STEP_OF_THE_UNKNOWN;
    }

    private String words(long bytes) {
        return total.isPresent() ? steps * TENTHS + " %" : Quantities.bytes(bytes);
    }
}
