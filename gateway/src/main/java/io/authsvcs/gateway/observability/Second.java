package io.authsvcs.gateway.observability;

import io.authsvcs.gateway.observability.Statistics.Row;
import io.authsvcs.gateway.recent.Distribution;
import java.time.Instant;
import java.util.Optional;

/** The requests that ended in one second: counted while they come, then a row of figures. */
final class Second {
    private final Instant at;
    private volatile Optional<Open> open = Optional.of(new Open(new Totals(), new Distribution()));
    private volatile Optional<Row> row = Optional.empty();

    private record Open(Totals totals, Distribution times) {
        void add(Ending ending) {
            totals.add(ending);
            times.record(ending.taken());
        }

        Optional<Row> row(Instant at) {
            return times.latency()
                    .map(latency -> new Row(
                            at,
                            totals.requests(),
                            totals.errors(),
                            totals.refusals(),
                            totals.retries(),
                            latency.p50(),
                            latency.p99(),
                            latency.max()));
        }
    }

    Second(Instant at) {
        this.at = at;
    }

    void add(Ending ending) {
        open.ifPresent(counted -> counted.add(ending));
    }

    /** Nothing more is expected: the figures stay, and the rest is forgotten. */
    void close() {
        open.ifPresent(counted -> {
            row = counted.row(at);
            open = Optional.empty();
        });
    }

    /** Nothing where no request has ended. */
    Optional<Row> row() {
        return open.map(counted -> counted.row(at)).orElseGet(() -> row);
    }
}
