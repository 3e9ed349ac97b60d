package io.authsvcs.local.load;

import java.time.Duration;

/**
 * One request, and how it ended.
 *
 * @param latency from the moment that it was due
 */
public record Sample(Operation operation, Ending ending, Duration latency) {}
