package io.authsvcs.local.bench;

import java.time.Duration;

/**
 * What a process takes of a machine.
 *
 * @param ready as its {@link Start} has it, as the next
 * @param idle before any load
 * @param loaded the same after all rounds
 */
record Footprint(String process, Duration ready, Duration cpu, Resident idle, Resident loaded) {}
