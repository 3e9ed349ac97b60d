package io.authsvcs.auth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {
    @Test
    void isReadFromAUrl() {
        DatabaseSettings settings =
                new DatabaseSettings("postgresql://ann%40x:p%2Fw+1@db.example:5433/auth", 10, 2, "auth-svcs");

        assertThat(settings.user()).isEqualTo("ann@x");
        assertThat(settings.password()).isEqualTo("p/w+1");
        assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5433/auth");
        assertThat(settings.database()).isEqualTo("auth");
    }

    @Test
    void hasPostgresqlsPortWithoutOne() {
        assertThat(new DatabaseSettings("postgres://a:b@db/auth", 10, 2, "auth-svcs").port())
                .isEqualTo(5432);
    }

    @Test
    void keepsWhatItSaysOfTls() {
        DatabaseSettings settings = new DatabaseSettings(
                "postgresql://a:b@db/auth?sslmode=verify-full&sslrootcert=/ca.pem", 10, 2, "auth-svcs");

        assertThat(settings.jdbcUrl()).endsWith("/auth?sslmode=verify-full&sslrootcert=/ca.pem");
        assertThat(settings.tls()).hasValueSatisfying(tls -> {
            assertThat(tls.mode()).isEqualTo("verify-full");
            assertThat(tls.rootCertificate()).contains("/ca.pem");
        });
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
                "postgresql://a:b@my_db/auth"
            })
    void saysWhatShapeItMustHave(String url) {
        assertThatThrownBy(() -> new DatabaseSettings(url, 10, 2, "auth-svcs"))
                .hasMessage("DATABASE_URL isn't the whole address of a PostgreSQL database.");
    }

    @Test
    void mustBeThere() {
        assertThatThrownBy(() -> new DatabaseSettings("", 10, 2, "auth-svcs"))
                .hasMessageContaining("DATABASE_URL is missing");
    }

    @Test
    void doesNotShowThePassword() {
        assertThat(new DatabaseSettings("postgresql://ann:hidden@db/auth", 10, 2, "auth-svcs"))
                .asString()
                .doesNotContain("hidden");
    }
}
