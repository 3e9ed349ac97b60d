package io.authsvcs.local.chaos;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.load.Allowance;
import io.authsvcs.local.load.Crowd;
import io.authsvcs.local.load.Load;
import io.authsvcs.local.load.Plan;
import io.authsvcs.local.load.Tally;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds one trial: load, then the act, then some more load under which nothing is allowed any more. */
record Experiment(Stage stage, Plan plan, Spectator spectator) {
    private static final Duration AFTERMATH = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * @param times so often
     * @param act leaves everything whole
     */
    Evidence hold(Promise promise, int times, Consumer<Notes> act) {
        Crowd crowd = Crowd.gather(plan);
        Tally tally = new Tally(promise.allowance());
        Sights sights = new Sights(stage.status(), InstantSource.system(), PATIENCE);
        Notes notes = new Notes(sights, new Figures(tally));
        Load load = Load.begin(plan, crowd, tally);
        Optional<String> breakdown;
        try (load;
                Spectator.Watching _ = spectator.begin(tally::glance)) {
            load.awaitWarm();
            breakdown = breakdownOf(() -> repeat(times, () -> {
                tally.allow(promise.allowance());
                act.accept(notes);
                calmDown(promise, tally, sights);
            }));
        }
        return new Evidence(
                load.warmUp(),
                tally.count(),
                sights.seen(),
                notes.figures().read(),
                sights.complaints(),
                logins(crowd),
                breakdown);
    }

    private static void repeat(int times, Runnable act) {
        for (int time = 0; time < times; time++) {
            act.run();
        }
    }

    private static Optional<String> breakdownOf(Runnable act) {
        try {
            act.run();
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(fault.sentence());
        }
    }

    private static void calmDown(Promise promise, Tally tally, Sights sights) {
        if (promise.allowance() != Allowance.NOTHING) {
            pass(promise.recovery().minus(healedFor(sights)));
        }
        tally.allow(Allowance.NOTHING);
        pass(AFTERMATH);
    }

    /** What was broken is whole since the last thing was expected of the status: that all is well. */
    private static Duration healedFor(Sights sights) {
        return sights.lastFrom()
                .map(from -> Duration.between(from, InstantSource.system().instant()))
                .orElse(Duration.ZERO);
    }

    private static void pass(Duration length) {
        Deadline.in(length).await(() -> false);
    }

    private Optional<Long> logins(Crowd crowd) {
        try {
            return Optional.of(stage.logins().applyAsLong(crowd.ids()));
        } catch (Fault unreadable) {
            return Optional.empty();
        }
    }
}
