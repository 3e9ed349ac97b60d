package io.authsvcs.auth.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.postgresql.util.PasswordUtil;

/** As whom statements run, where another owns the schema; {@code R__rights_of_instances.sql} says what it may. */
record InstanceRole(String name, String password) {
    // duplicate_object, unique_violation (PostgreSQL, appendix A): another instance was quicker.
    private static final Set<String> MADE_MEANWHILE = Set.of("42710", "23505");

    /** Makes it, without any attribute, where there is none of this name; whoever made one keeps what they made. */
    void ensure(DatabaseUrl owner) throws SQLException {
        try (Connection connection = DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password())) {
            if (!exists(connection)) {
                create(connection);
            }
        } catch (SQLException failure) {
            if (!MADE_MEANWHILE.contains(String.valueOf(failure.getSQLState()))) {
                throw failure;
            }
        }
    }

    private boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, name);
            try (ResultSet roles = query.executeQuery()) {
                return roles.next();
            }
        }
    }

    private void create(Connection connection) throws SQLException {
        String command = command(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** Quoted by the server, and with what is derived from the password: a statement may end in a log. */
    private String command(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', ?, ?)")) {
            query.setString(1, name);
            query.setString(2, PasswordUtil.encodeScramSha256(password.toCharArray()));
            try (ResultSet formatted = query.executeQuery()) {
                formatted.next();
                return formatted.getString(1);
            }
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "InstanceRole[" + name + "]";
    }
}
