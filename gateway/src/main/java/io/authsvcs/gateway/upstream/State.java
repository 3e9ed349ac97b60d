package io.authsvcs.gateway.upstream;

import io.authsvcs.common.Word;
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

    /** What an instance will be seen as that says this of itself. */
    static State of(Word word) {
        return switch (word) {
            case STARTING -> STARTING;
            case UP -> UP;
            case IMPAIRED -> EJECTED;
            case DRAINING, LEAVING -> DRAINING;
        };
    }

    /** As operators read it: {@code up}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
