package io.authsvcs.gateway.upstream;

import java.time.Instant;

/**
 * What this gateway shows of an instance.
 *
 * @param address {@code host:port}
 * @param since when it came to this state
 * @param underWay requests that it is to answer
 */
public record Sighting(
        String id, String address, String version, State state, Instant since, int underWay, Tally.Count count) {}
