package io.authsvcs.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.authsvcs.common.certificate.TestAuthority;
import io.authsvcs.common.certificate.TestCertificate;
import io.authsvcs.local.process.LogFile;
import io.authsvcs.local.process.Ports;
import io.authsvcs.local.process.ProcessId;
import io.authsvcs.local.process.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real programs. */
class PostgresServerTest {
    @TempDir
    private Path folder = Path.of("");

    private final int port = Ports.choose(0, Set.of());
    private final DatabaseUrl url = PostgresServer.url(port, "of-the-test");
    private final List<ProcessId> started = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        started.forEach(Signal.INT::sendTo);
        await().until(() -> started.stream().noneMatch(ProcessId::isAlive));
    }

    @Test
    void dataOutlivesAKilledServerWithItsSessionsOpen() throws SQLException {
        start();
        try (Connection open = connect();
                Statement statement = open.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
            started.getLast().kill();
            start();
        }

        assertThat(query("SELECT answer FROM kept")).isEqualTo("42");
    }

    @Test
    void aServerWhoseNumberSomebodyElseHasNowStartsAgain() throws Exception {
        start();
        started.getLast().kill();
        Path lock = folder.resolve("data/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(lock));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(lock, lines);

        start();

        assertThat(query("SELECT 1")).isEqualTo("1");
    }

    @Test
    void theServerIsDurableUtf8AndAsksForAPassword() throws SQLException {
        start();

        assertThat(query("SHOW fsync")).isEqualTo("on");
        assertThat(query("SHOW data_checksums")).isEqualTo("on");
        assertThat(query("SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(query("SHOW password_encryption")).isEqualTo("scram-sha-256");
        assertThat(query("SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(DatabaseProbe.complaint(PostgresServer.url(port, "another")))
                .hasValueSatisfying(complaint -> assertThat(complaint).contains("password authentication failed"));
    }

    @Test
    void whoIsConnectedIsCountedByTheNameThatTheyGiveThemselves() throws SQLException {
        start();
        Properties named = url.credentials();
        named.setProperty("ApplicationName", "somebody");

        try (Connection _ = DriverManager.getConnection(url.jdbcUrl(), named);
                Connection _ = DriverManager.getConnection(url.jdbcUrl(), named)) {
            assertThat(Connections.byApplication(url)).containsExactly(Map.entry("somebody", 2));
        }
    }

    @Test
    void whatUsersSendStaysOutOfItsLog() throws SQLException {
        start();
        update("CREATE TABLE known (email text PRIMARY KEY)");
        update("INSERT INTO known VALUES ('ann@example.com')");

        assertThatThrownBy(() -> update("INSERT INTO known VALUES ('ann@example.com')"))
                .isInstanceOf(SQLException.class);

        await().until(() -> log().lastLines(100).toString().contains("duplicate key"));
        assertThat(log().lastLines(100)).noneMatch(line -> line.contains("ann@example.com"));
    }

    @Test
    void aServerThatSpeaksTlsIsProbedAsItsUrlSays() throws SQLException {
        // Who may not read the key that the test has made.
        assumeFalse(PostgresAccount.find() instanceof PostgresAccount.Nobody);
        TestAuthority authority = TestAuthority.named("authority");
        TestCertificate certificate = authority.issue("postgres", "127.0.0.1");
        start();
        update("ALTER SYSTEM SET ssl_cert_file = '" + certificate.writeCertificate(folder.resolve("server.pem")) + "'");
        update("ALTER SYSTEM SET ssl_key_file = '" + certificate.writePrivateKey(folder.resolve("server.key")) + "'");
        update("ALTER SYSTEM SET ssl = on");
        query("SELECT pg_reload_conf()");
        await().until(() -> query("SHOW ssl").equals("on"));

        assertThat(DatabaseProbe.complaint(verifying(authority))).isEmpty();
        assertThat(DatabaseProbe.complaint(verifying(TestAuthority.named("other"))))
                .hasValueSatisfying(complaint -> assertThat(complaint).startsWith("SSL error"));
    }

    @Test
    void noPasswordIsOnItsCommandLine() {
        start();

        assertThat(server().launch("database", port, log()).command()).noneMatch(part -> part.contains("of-the-test"));
    }

    private DatabaseUrl verifying(TestAuthority authority) {
        return new DatabaseUrl(url.text() + "?sslmode=verify-full&sslrootcert=" + authority.writeTo(folder));
    }

    private void start() {
        started.add(server().launch("database", port, log()).start());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> DatabaseProbe.complaint(url).isEmpty());
    }

    private PostgresServer server() {
        return PostgresServer.prepare(
                Path.of("target", "postgres").toAbsolutePath(), folder.resolve("data"), "of-the-test");
    }

    private LogFile log() {
        return new LogFile(folder.resolve("database.log"));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url.jdbcUrl(), url.credentials());
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
