package io.authsvcs.gateway.recent;

/** How long things took, in milliseconds, to 1 % or better. {@code max} is that of the same things as the percentiles. */
public record Latency(double p50, double p90, double p99, double max) {}
