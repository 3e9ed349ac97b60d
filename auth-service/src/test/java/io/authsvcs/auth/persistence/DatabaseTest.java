package io.authsvcs.auth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** However the database is, a caller hears of it, and the connections come back. */
class DatabaseTest {
    private static final int CONNECTIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMillis(20);

    private final ConnectionPool pool = new PersistenceConfiguration()
            .connectionPool(new DatabaseSettings(TestDatabase.create(), "", CONNECTIONS, 1, "DatabaseTest"));
    private final Database database = new PersistenceConfiguration().database(pool, new Presence(Mono.just(1)));

    @AfterEach
    void dispose() {
        pool.dispose();
    }

    @Test
    void nobodyWaitsForEverForAConnection() {
        TestPool.take(pool, CONNECTIONS);

        StepVerifier.create(pool.create())
                .expectError(R2dbcTimeoutException.class)
                .verify(PATIENCE);
    }

    @Test
    void nobodyWaitsForEverForAnAnswer() {
        StepVerifier.create(database.guard(Mono.never()))
                .expectErrorSatisfies(DatabaseTest::isAway)
                .verify(PATIENCE);
    }

    @Test
    void aStatementEndsWithTheTimeThatItHas() {
        StepVerifier.create(run("SELECT pg_sleep(60)"))
                .expectErrorSatisfies(DatabaseTest::isAway)
                .verify(PATIENCE);

        assertThat(asked("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%sleep(60)'"))
                .isZero();
    }

    @Test
    void connectionsComeBackHoweverTheirStatementsEnd() {
        List<Mono<Void>> ends = List.of(
                run("SELECT 1"),
                run("SELECT nothing"),
                run("SELECT pg_sleep(60)"),
                run("SELECT pg_sleep(60)").timeout(SOON),
                run("SELECT pg_terminate_backend(pg_backend_pid())"),
                database.inTransaction(run("SELECT 1")),
                database.inTransaction(run("SELECT nothing")),
                database.inTransaction(run("SELECT pg_sleep(60)")).timeout(SOON),
                database.inTransaction(run("SELECT pg_terminate_backend(pg_backend_pid())")),
                database.inTransaction(run("SELECT 1").then(Mono.error(new IllegalStateException("a defect")))));

        Flux.fromIterable(ends)
                .flatMap(end -> end.onErrorComplete(), ends.size())
                .repeat(4)
                .blockLast(Duration.ofMinutes(1));

        TestPool.assertWhole(pool);
    }

    private Mono<Void> run(String statement) {
        return database.guard(database.sql(statement).then());
    }

    private long asked(String query) {
        return database.guard(database.sql(query)
                        .map(row -> new Columns(row).longNumber("count"))
                        .one())
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static void isAway(Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.DATABASE_UNAVAILABLE));
    }
}
