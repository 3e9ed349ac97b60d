package io.authsvcs.local.attack;

import io.authsvcs.local.ground.Needs;
import java.util.function.Function;

/**
 * Something that an attacker tries.
 *
 * @param name as the command line has it
 * @param does what is tried, in words
 */
public record Trial(String name, String does, Function<Terms, Needs> needs, Act act) {
    Trial(String name, String does, Needs needs, Act act) {
        this(name, does, terms -> needs, act);
    }

    /** For the names of tests. */
    @Override
    public String toString() {
        return name;
    }
}
