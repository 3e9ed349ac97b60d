package io.authsvcs.auth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {
    @Test
    void oneUserMigratesAndServesWithoutFurtherWords() {
        assertThat(settings("postgresql://a:b@db/auth", "").owner()).isEmpty();
    }

    @Test
    void anotherUserMayMigrate() {
        DatabaseSettings settings = settings("postgresql://a:b@db/auth", "postgresql://owner:c@pg/auth");

        assertThat(settings.address().user()).isEqualTo("a");
        assertThat(settings.owner()).hasValueSatisfying(owner -> {
            assertThat(owner.user()).isEqualTo("owner");
            assertThat(owner.host()).isEqualTo("pg");
        });
    }

    @Test
    void whatIsWrongIsSaidByItsName() {
        assertThatThrownBy(() -> settings("postgresql://a:b@db/auth", "postgresql://hidden@db/auth"))
                .hasMessageContaining("DATABASE_MIGRATION_URL")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void doesNotShowPasswords() {
        assertThat(settings("postgresql://ann:hidden@db/auth", "postgresql://bob:hidden@db/auth"))
                .asString()
                .doesNotContain("hidden");
    }

    private static DatabaseSettings settings(String url, String migrationUrl) {
        return new DatabaseSettings(url, migrationUrl, 10, 2, "auth-svcs");
    }
}
