package io.authsvcs.local.database;

import io.authsvcs.local.fault.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** All that is in a database, as text. */
public final class Contents {
    private static final String TABLES = "SELECT quote_ident(table_name) FROM information_schema.tables"
            + " WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1";
    private static final int ROWS = 1_000;

    private Contents() {}

    /** @param reader gets a table's name and some of its rows, a line each; bytes are hexadecimal digits */
    public static void read(DatabaseUrl url, BiConsumer<String, String> reader) {
        try (Connection connection = DatabaseProbe.connect(url)) {
            // Else all rows of a table would come at once.
            connection.setAutoCommit(false);
            for (String table : tables(connection)) {
                read(table, connection, reader);
            }
            connection.rollback();
        } catch (SQLException refused) {
            throw Fault.failed(
                            "database",
                            "The database at " + url.place() + " can't be read: " + refused.getMessage(),
                            "authctl logs database shows why.")
                    .causedBy(refused);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static void read(String table, Connection connection, BiConsumer<String, String> reader)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS);
            try (ResultSet rows = statement.executeQuery("SELECT CAST(t AS text) FROM " + table + " AS t")) {
                List<String> lines = new ArrayList<>();
                while (rows.next()) {
                    lines.add(rows.getString(1));
                    if (lines.size() == ROWS) {
                        reader.accept(table, String.join("\n", lines));
                        lines.clear();
                    }
                }
                reader.accept(table, String.join("\n", lines));
            }
        }
    }
}
