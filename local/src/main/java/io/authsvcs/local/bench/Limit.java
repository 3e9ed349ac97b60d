package io.authsvcs.local.bench;

/**
 * A figure that shall not be more, on a machine like this one.
 *
 * @param name which stays from run to run
 * @param of what is measured, in words
 */
record Limit(String name, String of, Spread measured, double most, String unit) {
    boolean isMet() {
        return measured.median() <= most;
    }
}
