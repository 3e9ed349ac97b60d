package io.authsvcs.auth.persistence;

import io.r2dbc.postgresql.api.PostgresqlException;
import java.util.Optional;

/** What a constraint of the database had to say. */
public final class Violation {
    private Violation() {}

    /** The name of the constraint that this failure broke, if it broke one. */
    public static Optional<String> constraint(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PostgresqlException database) {
                return database.getErrorDetails().getConstraintName();
            }
        }
        return Optional.empty();
    }
}
