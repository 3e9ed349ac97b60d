package io.authsvcs.local;

import java.util.Locale;

/** How a process is. */
public enum ProcessState {
    /** It serves. */
    RUNNING,
    /** It runs and says itself that it can't serve: it is starting, or misses something. */
    UNREADY,
    /** It is gone, and nobody stopped it. */
    DEAD,
    /** It was stopped. */
    STOPPED;

    /** As people and JSON have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
