package io.authsvcs.local.load;

import java.time.Duration;

/**
 * What a {@link Metronome} has heard. Latencies are those of whom was served.
 *
 * @param refused answered otherwise than by success
 * @param lost not answered, or not even sent, since no connection was free
 * @param took from the moment when the first was due to the last answer
 */
public record Echoes(long served, long refused, long lost, Duration took, Duration p50, Duration p99, Duration p999) {}
