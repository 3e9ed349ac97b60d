package io.authsvcs.local.command;

import io.authsvcs.local.chaos.Chaos;
import io.authsvcs.local.chaos.Figure;
import io.authsvcs.local.chaos.Finding;
import io.authsvcs.local.chaos.Spectator;
import io.authsvcs.local.chaos.Trial;
import io.authsvcs.local.console.Console;
import io.authsvcs.local.console.LiveLine;
import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.load.Tally;

/** Holds a trial, and shows it. */
record TrialRun(Console console, Chaos chaos) {
    Finding hold(Trial trial) {
        console.title(trial.name() + ": " + trial.does());
        Finding finding = chaos.hold(trial, spectator(trial));
        tell(finding);
        return finding;
    }

    private Spectator spectator(Trial trial) {
        return glance -> {
            LiveLine line = console.watch(() -> trial.name() + "  " + words(glance.get()));
            return line::close;
        };
    }

    private void tell(Finding finding) {
        console.print((finding.isKept() ? "kept    " : "BROKEN  ")
                + words(new Tally.Glance(
                        finding.count().requests(),
                        finding.count().failures(),
                        finding.count().worst())));
        finding.figures().stream().filter(Figure::isKept).forEach(figure -> tell(figure.fact() + "."));
        finding.broken().forEach(this::tell);
    }

    private void tell(String sentence) {
        console.print("        " + sentence);
    }

    private static String words(Tally.Glance glance) {
        return glance.requests() + " requests, " + glance.failures() + " failures, worst latency "
                + Quantities.milliseconds(glance.worst());
    }
}
