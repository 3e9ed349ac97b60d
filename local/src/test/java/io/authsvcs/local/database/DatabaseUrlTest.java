package io.authsvcs.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    private final DatabaseUrl url = new DatabaseUrl("postgresql://ann:s%40c+ret@db.example:6543/people");

    @Test
    void partsArePercentDecoded() {
        assertThat(url.credentials()).containsEntry("user", "ann").containsEntry("password", "s@c+ret");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6543/people");
    }

    @Test
    void theUsualPortIsTheDefault() {
        assertThat(new DatabaseUrl("postgresql://a:b@host/db").place()).isEqualTo("host:5432/db");
    }

    @Test
    void whatItSaysOfTlsIsKept() {
        DatabaseUrl known = new DatabaseUrl("postgresql://a:b@host/db?sslmode=verify-full&sslrootcert=/a+b.pem");
        DatabaseUrl unknown = new DatabaseUrl("postgresql://a:b@host/db?sslmode=verify-full");

        assertThat(known.jdbcUrl())
                .isEqualTo("jdbc:postgresql://host:5432/db?sslmode=verify-full&sslrootcert=/a%2Bb.pem");
        assertThat(unknown.jdbcUrl()).endsWith("&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(known.place()).isEqualTo("host:5432/db");
    }

    @Test
    void itNeverPrintsItsPassword() {
        assertThat(url).hasToString("db.example:6543/people");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not a url",
                "mysql://a:s3cret@host/db",
                "postgresql://host/db",
                "postgresql://a@host/db",
                "postgresql://a:s3cret@host",
                "postgresql://a:s3cret@host/",
                "postgresql:///db"
            })
    void whatIsNoSuchUrlIsRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> new DatabaseUrl(text))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(FaultKind.USAGE))
                .hasMessageContaining("postgresql://user:password@host:5432/database")
                .hasMessageNotContaining("s3cret");
    }
}
