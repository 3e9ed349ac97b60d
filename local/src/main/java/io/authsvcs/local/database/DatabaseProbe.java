package io.authsvcs.local.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;

/** A real log-in with a real query. */
public final class DatabaseProbe {
    private static final String SECONDS = "3";

    private DatabaseProbe() {}

    /** Why the database does not serve us; empty when it does. */
    public static Optional<String> complaint(DatabaseUrl url) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            return Optional.empty();
        } catch (SQLException refused) {
            return Optional.of(
                    String.valueOf(refused.getMessage()).lines().findFirst().orElse("It does not answer."));
        }
    }

    static Connection connect(DatabaseUrl url) throws SQLException {
        Properties properties = url.credentials();
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        return DriverManager.getConnection(url.jdbcUrl(), properties);
    }
}
