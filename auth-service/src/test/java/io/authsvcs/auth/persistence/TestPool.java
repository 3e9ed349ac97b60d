package io.authsvcs.auth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import reactor.core.publisher.Flux;

/** A pool, as far as its connections come back to it. */
final class TestPool {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private TestPool() {}

    /** Nobody has one of its connections, nobody waits for one, and all of them can be had at once. */
    static void assertWhole(ConnectionPool pool) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(pool.getMetrics().orElseThrow().acquiredSize())
                    .as("connections that nobody gave back")
                    .isZero();
            assertThat(pool.getMetrics().orElseThrow().pendingAcquireSize()).isZero();
        });
        int all = pool.getMetrics().orElseThrow().getMaxAllocatedSize();
        List<Connection> taken = take(pool, all);
        assertThat(taken).hasSize(all);
        Flux.fromIterable(taken).flatMap(Connection::close).blockLast(PATIENCE);
    }

    static List<Connection> take(ConnectionPool pool, int connections) {
        return Flux.range(0, connections)
                .flatMap(any -> pool.create())
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
