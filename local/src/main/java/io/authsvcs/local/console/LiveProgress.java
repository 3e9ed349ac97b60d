package io.authsvcs.local.console;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A line for each end, and below them one that lives: what is under way, and for how long. */
final class LiveProgress implements Console.ShownProgress {
    private static final int WIDTH = 78;
    private static final int TICK_MILLIS = 100;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final Style style;
    private final Steps steps;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    LiveProgress(PrintWriter out, Style style, InstantSource clock) {
        this.out = out;
        this.style = style;
        this.steps = new Steps(clock);
        var _ = ticker.scheduleAtFixedRate(this::draw, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void begin(String step) {
        steps.begin(step);
        draw();
    }

    @Override
    public synchronized void end(String step) {
        line(style.done() + " " + String.format("%-44s", step) + " " + Quantities.seconds(steps.end(step)));
    }

    @Override
    public synchronized void say(String sentence) {
        line(sentence);
    }

    @Override
    public synchronized void close() {
        ticker.shutdownNow();
        out.print(CLEAR_LINE);
        out.flush();
    }

    private void line(String text) {
        out.print(CLEAR_LINE);
        out.println(text);
        draw();
    }

    private synchronized void draw() {
        if (!ticker.isShutdown()) {
            out.print(CLEAR_LINE + alive());
            out.flush();
        }
    }

    private String alive() {
        if (steps.underWay().isEmpty()) {
            return "";
        }
        String text =
                style.under() + " " + Quantities.seconds(steps.longest()) + "  " + String.join(", ", steps.underWay());
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH);
    }
}
