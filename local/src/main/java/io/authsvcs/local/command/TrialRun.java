package io.authsvcs.local.command;

import io.authsvcs.local.chaos.Chaos;
import io.authsvcs.local.chaos.Finding;
import io.authsvcs.local.chaos.Practice;
import io.authsvcs.local.chaos.Spectator;
import io.authsvcs.local.chaos.Trial;
import io.authsvcs.local.console.Console;
import io.authsvcs.local.console.LiveLine;
import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.load.Count;
import io.authsvcs.local.load.Tally;
import io.authsvcs.local.report.Figure;

/** Holds a trial, and shows it. */
record TrialRun(Console console, Chaos chaos) {
    Finding hold(Trial trial) {
        console.title(trial.name() + ": " + trial.does());
        practise(trial);
        Finding finding = chaos.hold(trial, spectator(trial.name()));
        tell(finding);
        return finding;
    }

    private void practise(Trial trial) {
        Practice practice = chaos.practise(trial, spectator("practice"));
        if (!practice.isEnough()) {
            console.print("SLOW    " + words(glance(practice.last())));
            tell("This machine is slow, or does other things as well: expect longer waits than are promised.");
        }
    }

    private Spectator spectator(String name) {
        return glance -> {
            LiveLine line = console.watch(() -> name + "  " + words(glance.get()));
            return line::close;
        };
    }

    private void tell(Finding finding) {
        console.print((finding.isKept() ? "kept    " : "BROKEN  ") + words(glance(finding.count())));
        finding.figures().stream().filter(Figure::isKept).forEach(figure -> tell(figure.fact() + "."));
        finding.broken().forEach(this::tell);
    }

    private void tell(String sentence) {
        console.print("        " + sentence);
    }

    private static Tally.Glance glance(Count count) {
        return new Tally.Glance(count.requests(), count.failures(), count.worst());
    }

    private static String words(Tally.Glance glance) {
        return glance.requests() + " requests, " + glance.failures() + " failures, worst latency "
                + Quantities.milliseconds(glance.worst());
    }
}
