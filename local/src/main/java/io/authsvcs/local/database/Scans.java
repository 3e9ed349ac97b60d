package io.authsvcs.local.database;

import io.authsvcs.local.fault.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How often a table was read, as the database counts it: each session tells a second late. */
public final class Scans {
    private static final String OF_A_TABLE =
            "SELECT coalesce(seq_scan, 0) + coalesce(idx_scan, 0)" + " FROM pg_stat_user_tables WHERE relname = ?";

    private Scans() {}

    /** 0 where there is no such table. */
    public static long of(String table, DatabaseUrl url) {
        try (Connection connection = DatabaseProbe.connect(url);
                PreparedStatement statement = connection.prepareStatement(OF_A_TABLE)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        } catch (SQLException refused) {
            throw Fault.failed(
                            "database",
                            "The database at " + url.place() + " does not say how often " + table + " was read: "
                                    + refused.getMessage(),
                            "authctl logs database shows why.")
                    .causedBy(refused);
        }
    }
}
