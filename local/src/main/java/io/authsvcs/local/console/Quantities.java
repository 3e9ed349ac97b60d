package io.authsvcs.local.console;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
public final class Quantities {
    private static final double MEBIBYTE = 1 << 20;

    private Quantities() {}

    /** For example {@code 7.1 s}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** For example {@code 71 ms}. */
    public static String milliseconds(Duration duration) {
        return duration.toMillis() + " ms";
    }

    /** For example {@code 12.5 ms}. */
    public static String tenthsOfMilliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
    }

    /** For example {@code 3.2 %}, of 0.032. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** For example {@code 1.5 times}. */
    public static String times(double factor) {
        return String.format(Locale.ROOT, "%.1f times", factor);
    }

    /** For example {@code 212 MiB}. */
    public static String bytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f MiB", bytes / MEBIBYTE);
    }
}
