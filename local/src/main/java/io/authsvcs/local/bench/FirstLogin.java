package io.authsvcs.local.bench;

import java.time.Duration;

/**
 * What it took from the start of a cluster's first process to the first login through its gateway.
 *
 * @param cpu of all its processes together
 */
record FirstLogin(Duration length, Duration cpu) {}
