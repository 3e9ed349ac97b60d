package io.authsvcs.local.bench;

import io.authsvcs.local.process.Memory;
import io.authsvcs.local.process.ProcessId;

/**
 * Resident memory of a process and its children, in bytes.
 *
 * @param share what several processes share counts once (Pss), as with start caches, which are mapped by whoever runs them
 * @param whole it counts for each of them (Rss)
 */
record Resident(long share, long whole) {
    static Resident of(ProcessId process) {
        return new Resident(
                Memory.of(process).orElse(0),
                Memory.withAllThatIsShared(process).orElse(0));
    }
}
