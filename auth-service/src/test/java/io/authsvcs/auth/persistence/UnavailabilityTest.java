package io.authsvcs.auth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each failure is told by one thing alone, so that nothing else can make up for what isn't looked at. */
class UnavailabilityTest {
    static Stream<Throwable> failuresOfTheDriver() {
        return Stream.of(
                new R2dbcTransientResourceException(),
                new R2dbcNonTransientResourceException(),
                new R2dbcTimeoutException(),
                new TimeoutException(),
                new ConnectException());
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheDriver")
    void aDatabaseThatIsNotReachedIsAwayHoweverThatIsWrapped(Throwable failure) {
        assertThat(Unavailability.isOne(failure)).isTrue();
        assertThat(Unavailability.isOne(new IllegalStateException(failure))).isTrue();
    }

    /** PostgreSQL, appendix A, by an exception that the driver makes of a wrong statement. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", // connection_failure
                "25006", // read_only_sql_transaction
                "25P03", // idle_in_transaction_session_timeout
                "28P01", // invalid_password
                "40001", // serialization_failure, time and again
                "53300", // too_many_connections
                "57014", // query_canceled
                "57P01", // admin_shutdown
                "58030", // io_error
            })
    void aDatabaseThatRefusesToWorkIsAwayHoweverThatIsWrapped(String sqlState) {
        assertThat(Unavailability.isOne(told(sqlState))).isTrue();
        assertThat(Unavailability.isOne(new IllegalStateException(told(sqlState))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22021", // character_not_in_repertoire
                "23505", // unique_violation
                "25P02", // in_failed_sql_transaction
                "42601", // syntax_error
            })
    void whatIsWrongWithAStatementIsNoOutage(String sqlState) {
        assertThat(Unavailability.isOne(told(sqlState))).isFalse();
        assertThat(Unavailability.isOne(new IllegalStateException("a defect"))).isFalse();
    }

    private static R2dbcBadGrammarException told(String sqlState) {
        return new R2dbcBadGrammarException("", sqlState);
    }
}
