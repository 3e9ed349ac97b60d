package io.authsvcs.auth.startup;

/** What an instance is to those who choose among instances: its own word, which counts more than the registry's. */
enum InstanceState {
    /** Refuses every request, unlooked at. */
    STARTING,
    UP,
    /** Ready, but its look-ups fail: PostgreSQL is away, seen from here. */
    IMPAIRED,
    /** Serves what still arrives, and asks for no more. */
    DRAINING,
    /** The same, and goes in a moment. */
    LEAVING
}
