package io.authsvcs.local.chaos;

import io.authsvcs.local.ground.Needs;
import java.time.Duration;

/**
 * Something that happens to a cluster.
 *
 * @param name as the command line has it
 * @param does what happens, in words
 * @param length how long what is broken stays so, where that is for the trial to say
 * @param times how often it happens, one after the other under one load
 * @param act does it, and heals it
 */
public record Trial(String name, String does, Needs needs, Promise promise, Duration length, int times, Act act) {
    private static final Duration USUAL_LENGTH = Duration.ofSeconds(10);

    Trial(String name, String does, Needs needs, Promise promise, Act act) {
        this(name, does, needs, promise, USUAL_LENGTH, 1, act);
    }

    Trial lasting(Duration other) {
        return new Trial(name, does, needs, promise, other, times, act);
    }

    Trial repeated(int often) {
        return new Trial(name, does, needs, promise, length, often, act);
    }

    /** For the names of tests. */
    @Override
    public String toString() {
        return name;
    }
}
