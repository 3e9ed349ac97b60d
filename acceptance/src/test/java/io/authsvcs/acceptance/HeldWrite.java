package io.authsvcs.acceptance;

import static org.awaitility.Awaitility.await;

import io.authsvcs.local.Cluster;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** While this is open, whoever writes waits in the database: for as long as a statement may, 1.5 seconds. */
final class HeldWrite implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LOCK = 4711;

    private final Connection connection;

    private HeldWrite(Connection connection) {
        this.connection = connection;
    }

    /** At which point of its transaction, of which each writes an audit event. */
    enum Moment {
        /** Something is written, nothing is committed: without its instance, none of it ever is. */
        WRITING("CREATE TRIGGER held BEFORE INSERT ON audit_events"),
        /** All is written, and the order to commit has arrived: all of it is there, and its instance can't tell. */
        COMMITTING("CREATE CONSTRAINT TRIGGER held AFTER INSERT ON audit_events DEFERRABLE INITIALLY DEFERRED");

        private final String trigger;

        Moment(String trigger) {
            this.trigger = trigger;
        }
    }

    static HeldWrite in(Cluster cluster, Moment moment) {
        try {
            HeldWrite held = new HeldWrite(DriverManager.getConnection(JdbcUrl.of(cluster)));
            held.execute("""
                    CREATE OR REPLACE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_advisory_xact_lock_shared(%d); RETURN NEW; END $$
                    """.formatted(LOCK));
            held.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            held.execute(moment.trigger + " FOR EACH ROW EXECUTE FUNCTION hold()");
            return held;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The name of the instance that waits. */
    String awaitInstance() {
        return await().pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(this::instance, Optional::isPresent)
                .orElseThrow();
    }

    boolean waits() {
        return instance().isPresent();
    }

    private Optional<String> instance() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT split_part(application_name, ' ', 2) FROM pg_stat_activity WHERE wait_event = 'advisory'")) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Lets it go on. */
    @Override
    public void close() {
        try (connection) {
            execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            execute("DROP TRIGGER held ON audit_events");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
