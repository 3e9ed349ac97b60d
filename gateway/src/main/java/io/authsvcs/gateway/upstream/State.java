package io.authsvcs.gateway.upstream;

import java.util.Locale;

/** An instance as this gateway sees it. */
public enum State {
    /** Registered, and not ready yet. */
    STARTING,
    /** Gets requests. */
    UP,
    /** Gets no requests, for what happened to some, or to probes; it is back when it answers as it should. */
    EJECTED,
    /** Gets no new requests, because somebody has drained it, or because it leaves. */
    DRAINING,
    /** Vanished from the registry, and doesn't answer. */
    GONE;

    /** As operators read it: {@code up}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
