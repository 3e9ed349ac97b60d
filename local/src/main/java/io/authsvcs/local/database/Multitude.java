package io.authsvcs.local.database;

import io.authsvcs.local.fault.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Users and sessions that nobody has, made by SQL: many more than could register and log in. */
public final class Multitude {
    private static final int HELPING = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String USERS = """
            INSERT INTO identities (id, email, email_key, roles, status)
            SELECT CAST(md5('multitude-' || n) AS uuid), n || '@multitude.example', n || '@multitude.example', '{user}',
                'active'
            FROM generate_series(?, ?) AS n
            ON CONFLICT DO NOTHING""";
    /** They have somebody's password, which nobody tries. */
    private static final String PASSWORDS = """
            INSERT INTO credentials (identity_id, password_hash)
            SELECT CAST(md5('multitude-' || n) AS uuid), (SELECT password_hash FROM credentials LIMIT 1)
            FROM generate_series(?, ?) AS n
            ON CONFLICT DO NOTHING""";

    private static final String TRANSACTIONS =
            "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()";

    private Multitude() {}

    /**
     * Has so many more of them.
     *
     * @param users all of them, of whom some may be there
     * @param from how many sessions there are
     * @param to how many there shall be, each of some of the users
     */
    public static void grow(DatabaseUrl url, long users, long from, long to) {
        try (Connection connection = DatabaseProbe.connect(url)) {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(PATIENCE.toMillis()));
            add(connection, USERS, 0, users);
            add(connection, PASSWORDS, 0, users);
            add(connection, sessionsOf(users), from, to);
            settle(connection);
        } catch (SQLException refused) {
            throw failed(url, refused);
        }
    }

    /** Opened in the course of a day, as their ids say: those are in the order of time. */
    private static String sessionsOf(long users) {
        return """
                INSERT INTO sessions (id, identity_id, generation, persistent, expires_at)
                SELECT uuidv7(random() * interval '-1 day'), CAST(md5('multitude-' || (1 + n %% %d)) AS uuid), 0, false,
                    now() + interval '30 days'
                FROM generate_series(?, ?) AS n""".formatted(users);
    }

    private static void add(Connection connection, String sql, long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (long first = from; first < to; first += HELPING) {
                statement.setLong(1, first + 1);
                statement.setLong(2, Math.min(to, first + HELPING));
                statement.execute();
            }
        }
    }

    /** What the database would else do some time later, beside whatever is measured then. */
    private static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE) identities, credentials, sessions");
            statement.execute("CHECKPOINT");
        }
    }

    /**
     * How many transactions there were, which is a statement each where nobody begins one. A session that does nothing tells of
     * its last ones within ten seconds.
     */
    public static long transactions(DatabaseUrl url) {
        try (Connection connection = DatabaseProbe.connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TRANSACTIONS)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException refused) {
            throw failed(url, refused);
        }
    }

    private static Fault failed(DatabaseUrl url, SQLException refused) {
        return Fault.failed(
                        "database",
                        "The database at " + url.place() + " did not take or count them: " + refused.getMessage(),
                        "authctl logs database shows why.")
                .causedBy(refused);
    }
}
