package io.authsvcs.local.command;

import io.authsvcs.local.chaos.Chaos;
import io.authsvcs.local.console.Console;
import io.authsvcs.local.console.LiveLine;
import io.authsvcs.local.nemesis.Nemesis;
import io.authsvcs.local.nemesis.Onslaught;
import io.authsvcs.local.nemesis.Outcome;
import io.authsvcs.local.nemesis.Score;

/** Holds the nemesis, and shows it. */
record NemesisRun(Authctl authctl, Chaos chaos) {
    static final String DOES = "whoever chance picks dies by kill -9, again and again, and is started again";
    private static final int MOST_SENTENCES = 50;

    Outcome hold(Onslaught onslaught) {
        Console console = authctl.console();
        console.title(Nemesis.NAME + ": " + DOES);
        console.print("Seed:    " + onslaught.seed());
        console.print("Journal: " + onslaught.journal());
        Score score = new Score();
        Outcome outcome;
        try (LiveLine _ = console.watch(() -> Nemesis.NAME + "  " + words(score.glance(), onslaught))) {
            outcome = chaos.unleash(onslaught, score);
        }
        tell(outcome, score.glance());
        return outcome;
    }

    private void tell(Outcome outcome, Score.Glance glance) {
        Console console = authctl.console();
        console.print((outcome.isKept() ? "kept    " : "BROKEN  ") + words(glance, outcome.onslaught()));
        outcome.broken().stream().limit(MOST_SENTENCES).forEach(sentence -> console.print("        " + sentence));
        int more = outcome.broken().size() - MOST_SENTENCES;
        if (more > 0) {
            console.print("        And " + more + " more; --report FILE has all of them.");
        }
    }

    private static String words(Score.Glance glance, Onslaught onslaught) {
        return glance.kills() + " of " + onslaught.kills() + " kills, " + glance.acknowledged() + " of "
                + onslaught.operations() + " operations acknowledged, " + glance.unknown() + " unknown, "
                + glance.repeated() + " repeats, " + glance.broken() + " wrong answers";
    }
}
