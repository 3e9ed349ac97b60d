package io.authsvcs.gateway.upstream;

/** An instance as this gateway sees it. */
public enum State {
    /** Registered, and not ready yet. */
    STARTING,
    /** Gets requests. */
    UP,
    /** Registered as up, and out of rotation for what happened to requests. */
    EJECTED,
    /** Said that it leaves. */
    DOWN,
    /** Vanished from the registry, and refuses connections. */
    GONE
}
