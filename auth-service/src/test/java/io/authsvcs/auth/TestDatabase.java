package io.authsvcs.auth;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** A real PostgreSQL, started once for all tests of this module; each asks for a database of its own. */
public final class TestDatabase {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestDatabase() {}

    /** The URL of an empty database. */
    public static String create() {
        String name = "test" + NEXT.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return "postgresql://postgres:postgres@localhost:" + SERVER.getPort() + "/" + name;
    }

    /** The same database, for the role that instances are of: it owns nothing. */
    public static String ofInstances(String url) {
        return url.replace("//postgres:postgres@", "//instance:of-the-tests@");
    }

    /** Ends all connections to this database and lets no new one in, as if it were away. */
    public static void forbidConnections(String url) {
        execute("ALTER DATABASE " + name(url) + " ALLOW_CONNECTIONS false");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name(url) + "'");
    }

    /** Takes {@link #forbidConnections} back. */
    public static void allowConnections(String url) {
        execute("ALTER DATABASE " + name(url) + " ALLOW_CONNECTIONS true");
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Runs a statement as the server's owner, in {@code postgres}. */
    public static void execute(String sql) {
        run(SERVER.getPostgresDatabase(), sql);
    }

    /** Runs a statement in this database. */
    public static void execute(String url, String sql) {
        run(SERVER.getDatabase("postgres", name(url)), sql);
    }

    /** The first column of the first row of a query in this database. */
    public static String ask(String url, String sql) {
        try (Connection connection = SERVER.getDatabase("postgres", name(url)).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Every row of every table in this database as text, binary columns in hex. */
    public static String dump(String url) {
        return ask(url, """
                SELECT string_agg(
                    query_to_xml('SELECT t::text FROM ' || quote_ident(table_name) || ' t', true, false, '')::text, '')
                FROM information_schema.tables WHERE table_schema = 'public'
                """);
    }

    /** How many statements or transactions ended by now: exact only for connections that are closed. */
    public static long statements(String url) {
        return Long.parseLong(ask(url, "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"));
    }

    /**
     * Runs a statement, and what is done meanwhile while its transaction is open, until so many others wait for its locks;
     * then it commits.
     */
    public static void holding(String url, String sql, int waiting, Runnable meanwhile) {
        try (Connection connection = SERVER.getDatabase("postgres", name(url)).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            meanwhile.run();
            Awaitility.await().until(() -> waitingForLocks(url) == waiting);
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** How many statements in this database wait for another's locks. */
    public static int waitingForLocks(String url) {
        return Integer.parseInt(ask(
                url,
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                        + " AND datname = current_database()"));
    }

    private static void run(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
