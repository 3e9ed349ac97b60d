package io.authsvcs.local.console;

import java.io.PrintWriter;
import java.time.InstantSource;

/** A line for each beginning and each end: for files, pipes and CI. */
final class PlainProgress implements Console.ShownProgress {
    private final PrintWriter out;
    private final Style style;
    private final Steps steps;

    PlainProgress(PrintWriter out, Style style, InstantSource clock) {
        this.out = out;
        this.style = style;
        this.steps = new Steps(clock);
    }

    @Override
    public void begin(String step) {
        steps.begin(step);
        out.println(style.under() + " " + step);
    }

    @Override
    public void end(String step) {
        out.println(style.done() + " " + step + "  " + Quantities.seconds(steps.end(step)));
    }

    @Override
    public void say(String sentence) {
        out.println(sentence);
    }

    @Override
    public void close() {
        out.flush();
    }
}
