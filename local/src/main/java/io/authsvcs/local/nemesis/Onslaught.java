package io.authsvcs.local.nemesis;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.nio.file.Path;

/**
 * How much is done, and to how many.
 *
 * @param operations so many are acknowledged at least, and those who die do so spread over them
 * @param seed of who dies when, and of what is done
 * @param journal where there is no file yet
 */
public record Onslaught(int kills, int operations, Shares mix, long seed, Path journal) {
    public static final int USUAL_KILLS = 100;
    public static final int USUAL_OPERATIONS = 50_000;

    public Onslaught {
        if (kills < 1 || operations < 1) {
            throw new Fault(
                    FaultKind.USAGE,
                    "nemesis",
                    kills + " kills and " + operations + " operations prove nothing.",
                    "Take one of each at least.");
        }
    }

    /** How many operations are acknowledged when somebody dies, by number from 1. */
    long moment(int kill) {
        return (long) operations * kill / (kills + 1);
    }
}
