package io.authsvcs.local.bench;

/**
 * A step of a request in a loop, where nothing else is done.
 *
 * @param name for example {@code route match, plain path}
 * @param nanos each time
 */
record Micro(String name, Spread nanos) {}
