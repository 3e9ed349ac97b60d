package io.authsvcs.gateway.upstream;

import java.time.Instant;

/** What this gateway shows of an instance. {@code address} is {@code host:port}. */
public record Sighting(String id, String address, String version, State state, Instant since) {}
