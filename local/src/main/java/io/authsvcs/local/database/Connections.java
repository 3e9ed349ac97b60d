package io.authsvcs.local.database;

import io.authsvcs.local.fault.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Who is connected to a database, as it sees it itself. */
public final class Connections {
    private static final String BY_APPLICATION = "SELECT application_name, count(*) FROM pg_stat_activity"
            + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() GROUP BY application_name";

    private Connections() {}

    /** How many, by the name that each gives itself. */
    public static Map<String, Integer> byApplication(DatabaseUrl url) {
        try (Connection connection = DatabaseProbe.connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(BY_APPLICATION)) {
            Map<String, Integer> counts = new TreeMap<>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
            return counts;
        } catch (SQLException refused) {
            throw Fault.failed(
                            "database",
                            "The database at " + url.place() + " does not say who is connected to it: "
                                    + refused.getMessage(),
                            "authctl logs database shows why.")
                    .causedBy(refused);
        }
    }
}
