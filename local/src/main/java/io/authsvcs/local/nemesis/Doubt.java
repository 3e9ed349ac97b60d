package io.authsvcs.local.nemesis;

/**
 * A refresh of which nobody knows whether it was done.
 *
 * @param spent the pair from before, with which it was asked for
 */
record Doubt(String key, Held spent) {}
