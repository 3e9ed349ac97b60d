package io.authsvcs.auth.persistence;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Which failures mean that the database is away, restarting, read-only or overrun, rather than that we are wrong. */
final class Unavailability {
    // Classes of PostgreSQL's appendix A: connection, read-only transaction, a transaction left alone, authorization,
    // resources, operator intervention, system error.
    private static final List<String> SQL_STATES = List.of("08", "25006", "25P03", "28", "40", "53", "57", "58");

    private Unavailability() {}

    static boolean isOne(Throwable failure) {
        return anyCause(failure)
                || Database.sqlState(failure).filter(Unavailability::tells).isPresent();
    }

    private static boolean tells(String sqlState) {
        return SQL_STATES.stream().anyMatch(sqlState::startsWith);
    }

    private static boolean anyCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcTransientException
                    || cause instanceof R2dbcNonTransientResourceException
                    || cause instanceof R2dbcTimeoutException
                    || cause instanceof TimeoutException
                    || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
