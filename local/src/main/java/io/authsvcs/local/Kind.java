package io.authsvcs.local;

import java.util.Locale;

/** What a process of the cluster is. */
public enum Kind {
    GATEWAY,
    AUTH,
    REGISTRY,
    DATABASE;

    /** As people and JSON have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether no instance starts without it. */
    boolean isNeededByInstances() {
        return this == REGISTRY || this == DATABASE;
    }
}
