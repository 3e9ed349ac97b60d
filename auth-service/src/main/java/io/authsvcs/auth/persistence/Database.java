package io.authsvcs.auth.persistence;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Runs statements, and tells a database that is away (a 503) from a statement that is wrong (a defect). */
public class Database {
    // Twice this, for whoever has to wait for another's statement first, is less than a gateway waits.
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int REPEATS = 3;
    // serialization_failure, deadlock_detected (PostgreSQL, appendix A): the whole transaction may be run again.
    private static final Set<String> REPEATABLE = Set.of("40001", "40P01");

    private final DatabaseClient client;
    private final TransactionalOperator transaction;
    private final Runnable whenAway;

    /** @param whenAway is told each time that something failed because the database is away */
    Database(DatabaseClient client, TransactionalOperator transaction, Runnable whenAway) {
        this.client = client;
        this.transaction = transaction;
        this.whenAway = whenAway;
    }

    /** A statement with {@code $1…} or {@code :name} parameters; pass what it emits through {@link #guard}. */
    public GenericExecuteSpec sql(String statement) {
        return client.sql(statement);
    }

    /** Gives a statement a time limit, and a database that is away its fault. */
    public <T> Mono<T> guard(Mono<T> statement) {
        return statement
                .timeout(LIMIT)
                .doOnError(Unavailability::isOne, failure -> whenAway.run())
                .onErrorMap(Unavailability::isOne, failure -> new Fault(FaultCode.DATABASE_UNAVAILABLE, failure));
    }

    /** All of it or nothing; run again where PostgreSQL asks for that. */
    public <T> Mono<T> inTransaction(Mono<T> statements) {
        return guard(transaction
                .transactional(statements)
                .retryWhen(Retry.max(REPEATS)
                        .filter(Database::isRepeatable)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure())));
    }

    private static boolean isRepeatable(Throwable failure) {
        return sqlState(failure).filter(REPEATABLE::contains).isPresent();
    }

    static Optional<String> sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException database) {
                return Optional.ofNullable(database.getSqlState());
            }
        }
        return Optional.empty();
    }
}
