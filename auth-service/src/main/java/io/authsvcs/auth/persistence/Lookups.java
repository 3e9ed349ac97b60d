package io.authsvcs.auth.persistence;

import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/**
 * Runs the few statements that every check of a token waits for, on connections of their own: writes that wait for each
 * other, however many, hold up none of them. Outside of any transaction.
 */
public class Lookups {
    private final Database database;

    Lookups(Database database) {
        this.database = database;
    }

    public GenericExecuteSpec sql(String statement) {
        return database.sql(statement);
    }

    /** As {@link Database#guard}. */
    public <T> Mono<T> guard(Mono<T> statement) {
        return database.guard(statement);
    }
}
