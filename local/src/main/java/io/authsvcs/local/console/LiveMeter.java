package io.authsvcs.local.console;

import java.io.PrintWriter;
import java.util.OptionalLong;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that grows in its place, and leaves nothing behind. */
final class LiveMeter implements Meter {
    private static final int WIDTH = 78;
    private static final int TICK_MILLIS = 100;
    private static final int KIBIBYTE = 1024;
    private static final int UNKNOWN = -1;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final ProgressBar bar;

    /** @param total in bytes; empty when nobody knows */
    LiveMeter(PrintWriter out, Style style, String task, OptionalLong total) {
        this.out = out;
        this.bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total.orElse(UNKNOWN))
                .setUnit(" KiB", KIBIBYTE)
                .setStyle(style.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(TICK_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                .build();
    }

    @Override
    public void at(long bytes) {
        bar.stepTo(bytes);
    }

    @Override
    public void close() {
        bar.close();
        draw("");
    }

    private void draw(String text) {
        out.print(CLEAR_LINE + text);
        out.flush();
    }
}
