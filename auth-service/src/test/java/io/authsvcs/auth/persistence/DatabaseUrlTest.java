package io.authsvcs.auth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @Test
    void keepsLettersOfAnyLanguage() {
        DatabaseUrl url = url("postgresql://jürgen:größe@db/auth?sslmode=require");

        assertThat(url.user() + " " + url.password()).isEqualTo("jürgen größe");
        assertThat(url.tls()).isPresent();
    }

    @Test
    void isReadPartByPart() {
        DatabaseUrl url = url("postgresql://ann%40x:p%2Fw+1@db.example:5433/auth");

        assertThat(url.user()).isEqualTo("ann@x");
        assertThat(url.password()).isEqualTo("p/w+1");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5433/auth");
        assertThat(url.database()).isEqualTo("auth");
    }

    @Test
    void hasPostgresqlsPortWithoutOne() {
        assertThat(url("postgres://a:b@db/auth").port()).isEqualTo(5432);
    }

    @Test
    void keepsWhatItSaysOfTls(@TempDir Path folder) throws IOException {
        Path authority = Files.createFile(folder.resolve("a b+c.pem"));
        String path = authority.toString().replace(" ", "%20");

        DatabaseUrl url = url("postgresql://a:b@db/auth?sslmode=verify-full&sslrootcert=" + path);

        assertThat(url.jdbcUrl()).endsWith("/auth?sslmode=verify-full&sslrootcert=" + path.replace("+", "%2B"));
        assertThat(url.tls()).hasValueSatisfying(tls -> {
            assertThat(tls.mode()).isEqualTo("verify-full");
            assertThat(tls.rootCertificate()).contains(authority);
        });
    }

    /** The two drivers differ in whom they ask then. */
    @Test
    void withoutAuthoritiesOfItsOwnItBelievesThoseOfJava() {
        assertThat(url("postgresql://a:b@db/auth?sslmode=verify-full").jdbcUrl())
                .endsWith("?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(url("postgresql://a:b@db/auth?sslmode=require").jdbcUrl()).endsWith("?sslmode=require");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://a:b@db/auth",
                "postgresql://db/auth",
                "postgresql://a@db/auth",
                "postgresql://a:b@db",
                "x",
                "postgresql://a:b^c|d@db/auth",
                "postgresql://a:b@my_db/auth",
                "postgresql://a:b@db:0/auth",
                "postgresql://a:b@db:65536/auth"
            })
    void saysWhatShapeItMustHave(String text) {
        assertThatThrownBy(() -> url(text))
                .hasMessage("DATABASE_URL isn't the whole address of a PostgreSQL database.");
    }

    @Test
    void mustBeThere() {
        assertThatThrownBy(() -> url("")).hasMessageContaining("DATABASE_URL is missing");
    }

    @Test
    void doesNotShowThePassword() {
        assertThat(url("postgresql://ann:hidden@db/auth")).asString().doesNotContain("hidden");
    }

    private static DatabaseUrl url(String text) {
        return new DatabaseUrl("DATABASE_URL", text);
    }
}
