package io.authsvcs.local.console;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One line that is written anew again and again: in its place on a terminal, below each other elsewhere. */
public final class LiveLine implements AutoCloseable {
    private static final int LIVE_MILLIS = 200;
    private static final int PLAIN_MILLIS = 5_000;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean live;
    private final Supplier<String> line;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    LiveLine(PrintWriter out, Style style, Supplier<String> line) {
        this.out = out;
        this.live = style.interactive();
        this.line = line;
        int pause = live ? LIVE_MILLIS : PLAIN_MILLIS;
        var _ = ticker.scheduleAtFixedRate(this::draw, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Leaves nothing behind on a terminal. */
    @Override
    public synchronized void close() {
        ticker.shutdownNow();
        write("");
    }

    private synchronized void draw() {
        if (!ticker.isShutdown()) {
            write(line.get());
        }
    }

    private void write(String text) {
        if (live) {
            out.print(CLEAR_LINE + text);
        } else if (!text.isEmpty()) {
            out.println(text);
        }
        out.flush();
    }
}
