package io.authsvcs.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How much of the processors a process gets when others want them too. Linux goes by sessions (sched(7), autogroup), of
 * which each of ours has its own; where it doesn't, all are alike.
 */
public enum Haste {
    USUAL(0),
    /** As instances have, a third of the others: a gateway that waits for them can't even say that they are busy. */
    LESS(5),
    /** As a start has where others serve: a tenth of what an instance gets. */
    LITTLE(15);

    private final int nice;

    Haste(int nice) {
        this.nice = nice;
    }

    /** As the system counts it: 0 is usual, and more is less. */
    public int nice() {
        return nice;
    }

    /** A command that gives itself this before it begins. */
    List<String> begin() {
        return this == USUAL
                ? List.of()
                : List.of("sh", "-c", "{ echo " + nice + " > /proc/$$/autogroup; } 2> /dev/null; exec \"$0\" \"$@\"");
    }

    /**
     * From now on.
     *
     * @return whether it has it, or the system knows no such thing
     */
    public boolean give(ProcessId process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "autogroup");
        if (!Files.exists(file)) {
            return true;
        }
        try {
            Files.writeString(file, Integer.toString(nice));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
