package io.authsvcs.local.chaos;

import java.time.Duration;

/**
 * Something that happens to a cluster.
 *
 * @param name as the command line has it
 * @param does what happens, in words
 * @param length how long what is broken stays so, where that is for the trial to say
 * @param act does it, and heals it
 */
public record Trial(String name, String does, Needs needs, Promise promise, Duration length, Act act) {
    private static final Duration USUAL_LENGTH = Duration.ofSeconds(10);

    Trial(String name, String does, Needs needs, Promise promise, Act act) {
        this(name, does, needs, promise, USUAL_LENGTH, act);
    }

    Trial lasting(Duration other) {
        return new Trial(name, does, needs, promise, other, act);
    }

    /** For the names of tests. */
    @Override
    public String toString() {
        return name;
    }
}
