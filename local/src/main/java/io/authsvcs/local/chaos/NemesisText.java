package io.authsvcs.local.chaos;

import io.authsvcs.local.nemesis.Acknowledged;
import io.authsvcs.local.nemesis.Deed;
import io.authsvcs.local.nemesis.Outcome;
import java.util.stream.Collectors;

/** The section on what the nemesis has left. */
final class NemesisText {
    private final StringBuilder text = new StringBuilder();

    private NemesisText(Outcome outcome) {
        line("## nemesis: processes die by kill -9, and what was acknowledged stays");
        line("");
        line(outcome.kills() + " kills (the database by its immediate stop) in "
                + outcome.length().toSeconds() + " s, each started again right after, seed "
                + outcome.onslaught().seed() + ": " + deaths(outcome) + ". "
                + outcome.repeated() + " requests were sent again under their keys. Journal: `"
                + outcome.onslaught().journal() + "`.");
        line("");
        line("| operation | acknowledged | unknown |");
        line("|---|--:|--:|");
        outcome.counts().forEach(this::row);
        row("all", outcome.operations());
        line("");
        if (outcome.isKept()) {
            line("- kept: everything that was acknowledged is there, and nothing twice");
        }
        outcome.broken().forEach(sentence -> line("- BROKEN: " + sentence));
        line("");
    }

    static String of(Outcome outcome) {
        return new NemesisText(outcome).text.toString();
    }

    private static String deaths(Outcome outcome) {
        return outcome.killed().entrySet().stream()
                .map(killed -> killed.getKey() + " × " + killed.getValue())
                .collect(Collectors.joining(", "));
    }

    private void row(Deed deed, Acknowledged count) {
        row(deed.label(), count);
    }

    private void row(String name, Acknowledged count) {
        line("| " + name + " | " + count.acknowledged() + " | " + count.unknown() + " |");
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
