package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Allowance;
import io.authsvcs.local.load.Count;
import io.authsvcs.local.load.Crowd;
import io.authsvcs.local.load.Load;
import io.authsvcs.local.load.Plan;
import io.authsvcs.local.load.Tally;
import java.time.Duration;

/**
 * Loads that nobody judges, one after the other, until nobody waits for long.
 *
 * @param rounds how many it took
 * @param last what its requests met
 */
public record Practice(int rounds, Count last) {
    static final Duration LONG = Duration.ofMillis(250);
    private static final int MOST = 12;

    static Practice under(Plan plan, Spectator spectator) {
        Crowd crowd = Crowd.gather(plan);
        Practice practice = round(1, plan, crowd, spectator);
        while (!practice.isEnough() && practice.rounds() < MOST) {
            practice = round(practice.rounds() + 1, plan, crowd, spectator);
        }
        return practice;
    }

    /** Whether the cluster does what is asked of it without anybody waiting for long. */
    public boolean isEnough() {
        return last.failures() == 0 && last.worst().compareTo(LONG) < 0;
    }

    private static Practice round(int number, Plan plan, Crowd crowd, Spectator spectator) {
        Tally after = new Tally(Allowance.NOTHING);
        Load load = Load.begin(plan, crowd, after);
        try (load;
                Spectator.Watching _ = spectator.begin(load::glance)) {
            load.awaitWarm();
        }
        return new Practice(number, load.warmUp());
    }
}
