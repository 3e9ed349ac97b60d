package io.authsvcs.auth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.auth.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who migrates, and what is left for those who serve. */
class MigrationsTest {
    private static final String DATABASE = TestDatabase.create();
    private static final String REFUSED = "42501";

    private String made = "postgres";

    @BeforeAll
    static void migrated() {
        migrate(TestDatabase.ofInstances(DATABASE), DATABASE);
    }

    @AfterEach
    void nobodyIsLeft() {
        if (!made.equals("postgres")) {
            TestDatabase.execute("DROP ROLE IF EXISTS " + made);
        }
    }

    /** A new table has to be named in {@code R__rights_of_instances.sql}, and here. */
    @Test
    void instancesHaveTheseRightsAndNoOther() {
        assertThat(TestDatabase.ask(DATABASE, """
                        SELECT string_agg(t.relname || ':' || array_to_string(ARRAY(
                            SELECT lower(r) FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE',
                                'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) AS r
                            WHERE has_table_privilege('instance', t.oid, r)), ','), ' ' ORDER BY t.relname)
                        FROM pg_class t WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'v', 'm', 'p')
                        """).split(" "))
                .containsExactly(
                        "action_tokens:select,insert,update,delete",
                        "audit_events:select,insert",
                        "credentials:select,insert,update",
                        "flyway_schema_history:select",
                        "idempotency_keys:select,insert,delete",
                        "identities:select,insert,update",
                        "login_challenges:select,insert,delete",
                        "outbox:select,insert,update,delete",
                        "partners:select,insert,update",
                        "recovery_codes:select,insert,delete",
                        "reference_tokens:select,insert,update",
                        "second_factors:select,insert,update,delete",
                        "sessions:select,insert,update,delete",
                        "signing_keys:select,insert,update",
                        "throttles:select,insert,update,delete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_events SET actor = 'nobody'",
                "DELETE FROM audit_events",
                "TRUNCATE audit_events",
                "DELETE FROM identities",
                "UPDATE idempotency_keys SET hash = hash",
                "UPDATE flyway_schema_history SET success = false",
                "DROP TABLE sessions",
                "ALTER TABLE sessions DISABLE TRIGGER ALL",
                "CREATE TABLE mine (id integer)",
                "CREATE ROLE another",
                "SET ROLE postgres",
                "ALTER FUNCTION forget_audit_events RESET ALL",
                "SELECT pg_read_file('/etc/passwd')",
                "COPY identities TO PROGRAM 'cat'"
            })
    void instancesAreRefused(String statement) {
        assertThatThrownBy(() -> asInstance(statement))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(REFUSED));
    }

    @Test
    void nobodyHasEventsOfTheLastDayDeleted() throws SQLException {
        TestDatabase.execute(DATABASE, """
                INSERT INTO audit_events (id, action, request_id, at) VALUES
                    (gen_random_uuid(), 'login', 'young', now() - interval '23 hours'),
                    (gen_random_uuid(), 'login', 'old', now() - interval '25 hours')
                """);

        asInstance("SELECT forget_audit_events(0, 1000)");

        assertThat(TestDatabase.ask(DATABASE, "SELECT string_agg(request_id, ' ') FROM audit_events"))
                .isEqualTo("young");
    }

    @Test
    void oneUserMayDoBoth() {
        String database = TestDatabase.create();

        migrate(database, "");
        migrate(database, "");

        assertThat(TestDatabase.ask(database, "SELECT has_table_privilege('audit_events', 'UPDATE')"))
                .isEqualTo("t");
    }

    @Test
    void whoMayNotMigrateSaysWhoMustAndGoesOnOnceTheyDid() {
        String database = TestDatabase.create();

        assertThatThrownBy(() -> migrate(TestDatabase.ofInstances(database), ""))
                .isInstanceOf(NotMigrated.class)
                .hasMessageContaining("The schema lacks migrations")
                .hasMessageContaining("The user of DATABASE_URL may not migrate: DATABASE_MIGRATION_URL");

        migrate(TestDatabase.ofInstances(database), database);
        migrate(TestDatabase.ofInstances(database), "");
    }

    @Test
    void aProcessOfItsOwnMayMigrate() {
        String database = TestDatabase.create();
        String instances = "--auth.database.url=" + TestDatabase.ofInstances(database);

        assertThat(MigrateOnly.run(instances)).isEqualTo(1);
        assertThat(MigrateOnly.run(MigrateOnly.WORD, instances, "--auth.database.migration-url=" + database))
                .isZero();

        migrate(TestDatabase.ofInstances(database), "");
    }

    @Test
    void aRoleThatIsNotThereAndCannotBeMadeIsASentence() {
        made = "owner_without_rights";
        TestDatabase.execute("CREATE ROLE owner_without_rights LOGIN PASSWORD 'x'");
        String database = TestDatabase.create();

        assertThatThrownBy(() -> migrate(as("nobody_yet", database), as("owner_without_rights", database)))
                .isInstanceOf(NotMigrated.class)
                .hasMessageContaining("permission denied to create role")
                .hasMessageContaining("who may make the user of DATABASE_URL or finds it there");
    }

    @Test
    void whoOwnsTheTablesIsNoRoleWithFewRights() {
        made = "owner_of_all";
        TestDatabase.execute("CREATE ROLE owner_of_all LOGIN SUPERUSER PASSWORD 'x'");
        String database = TestDatabase.create();

        assertThatThrownBy(() -> migrate(as("owner_of_all", database), database))
                .isInstanceOf(NotMigrated.class)
                .hasMessageContaining("owner_of_all may do whatever it likes with the tables");
    }

    private static String as(String role, String url) {
        return url.replace("//postgres:postgres@", "//" + role + ":x@");
    }

    private static void migrate(String url, String migrationUrl) {
        new Migrations(new DatabaseSettings(url, migrationUrl, 1, 1, "MigrationsTest"))
                .migrate()
                .block();
    }

    private static void asInstance(String sql) throws SQLException {
        DatabaseUrl url = new DatabaseUrl("DATABASE_URL", TestDatabase.ofInstances(DATABASE));
        try (Connection connection = DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
