package io.authsvcs.gateway.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.gateway.recent.Latency;
import io.authsvcs.gateway.upstream.Sighting;
import io.authsvcs.gateway.upstream.Tally;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** An instance, as operators are shown it: see {@link Sighting} and {@link Tally.Count}. {@code since} is to the second. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record InstanceView(
        String id,
        String address,
        String version,
        String state,
        Instant since,
        int underWay,
        long requests,
        long errors,
        long retries,
        Optional<Latency> latency) {
    static InstanceView of(Sighting seen) {
        Tally.Count count = seen.count();
        return new InstanceView(
                seen.id(),
                seen.address(),
                seen.version(),
                seen.state().label(),
                seen.since().truncatedTo(ChronoUnit.SECONDS),
                seen.underWay(),
                count.requests(),
                count.errors(),
                count.retries(),
                count.latency());
    }
}
