package io.authsvcs.gateway.upstream;

import java.util.Locale;

/** An instance as this gateway sees it. */
public enum State {
    /** Registered, and not ready yet. */
    STARTING,
    /** Gets requests. */
    UP,
    /** Registered as up, and out of rotation for what happened to requests. */
    EJECTED,
    /** Said that it leaves, or was told to. */
    DRAINING,
    /** Vanished from the registry, and refuses connections. */
    GONE;

    /** As operators read it: {@code up}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
