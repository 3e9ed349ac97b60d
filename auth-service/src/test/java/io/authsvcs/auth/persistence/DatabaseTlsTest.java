package io.authsvcs.auth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.common.certificate.TestAuthority;
import io.authsvcs.common.certificate.TestCertificate;
import io.r2dbc.pool.ConnectionPool;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.r2dbc.core.DatabaseClient;

/** A PostgreSQL with TLS: what its URL says of that holds for migrations and statements alike. */
class DatabaseTlsTest {
    private static final TestAuthority AUTHORITY = TestAuthority.named("authority");
    private static final String DATABASE = TestDatabase.create();

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void speakTls() {
        TestCertificate server = AUTHORITY.issue("postgres", "localhost");
        set(
                "ssl_cert_file",
                server.writeCertificate(folder.resolve("server.pem")).toString());
        set("ssl_key_file", server.writePrivateKey(folder.resolve("server.key")).toString());
        set("ssl", "on");
        reload("on");
    }

    @AfterAll
    static void speakNone() {
        TestDatabase.execute("ALTER SYSTEM RESET ALL");
        reload("off");
    }

    @Test
    void bothDriversVerifyTheServer() {
        String url = verifying("verify-full", AUTHORITY.writeTo(folder));

        migrate(url);

        assertThat(isProtected(url)).isTrue();
        assertThat(TestDatabase.ask(DATABASE, "SELECT count(*) > 0 FROM flyway_schema_history"))
                .isEqualTo("t");
    }

    @Test
    void neitherBelievesAnotherAuthority() {
        String url = verifying("verify-ca", TestAuthority.named("other").writeTo(folder));

        assertThatThrownBy(() -> migrate(url))
                .isInstanceOf(NotMigrated.class)
                .hasMessageContaining("sslrootcert in DATABASE_URL has to hold the authority that signed it");
        assertThatThrownBy(() -> isProtected(url)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void neitherBelievesACertificateForAnotherHost() {
        Path authority = AUTHORITY.writeTo(folder);
        String elsewhere = verifying("verify-full", authority).replace("@localhost:", "@127.0.0.1:");

        assertThatThrownBy(() -> migrate(elsewhere)).isInstanceOf(NotMigrated.class);
        assertThatThrownBy(() -> isProtected(elsewhere)).isInstanceOf(RuntimeException.class);
        assertThatCode(() -> migrate(elsewhere.replace("verify-full", "verify-ca")))
                .doesNotThrowAnyException();
        assertThat(isProtected(elsewhere.replace("verify-full", "verify-ca"))).isTrue();
    }

    @Test
    void tlsMayBeAskedForWithoutAnyProof() {
        assertThat(isProtected(DATABASE + "?sslmode=require")).isTrue();
    }

    @Test
    void withoutAnAuthorityOfItsOwnNeitherBelievesTheServer() {
        String url = DATABASE + "?sslmode=verify-full";

        assertThatThrownBy(() -> migrate(url)).isInstanceOf(NotMigrated.class);
        assertThatThrownBy(() -> isProtected(url)).isInstanceOf(RuntimeException.class);
    }

    private static String verifying(String mode, Path authority) {
        return DATABASE + "?sslmode=" + mode + "&sslrootcert=" + authority;
    }

    private static void migrate(String url) {
        new Migrations(settings(url)).migrate().block();
    }

    private static boolean isProtected(String url) {
        ConnectionPool pool = new PersistenceConfiguration().connectionPool(settings(url));
        try {
            return DatabaseClient.create(pool)
                    .sql("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                    .map(row -> new Columns(row).flag("ssl"))
                    .one()
                    .blockOptional(Duration.ofSeconds(30))
                    .orElseThrow();
        } finally {
            pool.dispose();
        }
    }

    private static DatabaseSettings settings(String url) {
        return new DatabaseSettings(url, "", 1, 1, "DatabaseTlsTest");
    }

    private static void set(String name, String value) {
        TestDatabase.execute("ALTER SYSTEM SET " + name + " = '" + value + "'");
    }

    private static void reload(String expected) {
        TestDatabase.execute("SELECT pg_reload_conf()");
        await().until(() -> TestDatabase.ask(DATABASE, "SHOW ssl").equals(expected));
    }
}
