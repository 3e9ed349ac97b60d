package io.authsvcs.auth.persistence;

import static io.authsvcs.common.InvalidSetting.require;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the database is.
 *
 * @param url as whom statements run: {@code postgresql://user:password@host:port/database}, percent-encoded where needed;
 *     a query such as {@code ?sslmode=verify-full} is kept
 * @param migrationUrl the same of whoever owns the schema; blank where one user does both, or another instance migrates
 * @param poolSize connections of one instance at most, for all but look-ups
 * @param lookupPoolSize further ones, for the look-ups that every check of a token waits for
 * @param applicationName as which an instance is seen in {@code pg_stat_activity}
 */
@ConfigurationProperties("auth.database")
public record DatabaseSettings(
        String url, String migrationUrl, int poolSize, int lookupPoolSize, String applicationName) {
    public DatabaseSettings {
        applicationName = applicationName.strip();
        check(url, migrationUrl);
        require(
                poolSize > 0,
                "A pool can't hold " + poolSize + " connections.",
                "Set auth.database.pool-size to 10 or so.");
        require(
                lookupPoolSize > 0,
                "Look-ups can't do with " + lookupPoolSize + " connections.",
                "Set auth.database.lookup-pool-size to 2 or so.");
    }

    private static void check(String url, String migrationUrl) {
        DatabaseUrl instances = address(url);
        require(
                owner(migrationUrl)
                        .filter(owner -> !owner.database().equals(instances.database()))
                        .isEmpty(),
                "DATABASE_URL and DATABASE_MIGRATION_URL name different databases.",
                "Let them differ in their users, and nothing else.");
    }

    /** For statements. */
    DatabaseUrl address() {
        return address(url);
    }

    /** For migrations, where somebody else than the user of {@link #address} owns the schema. */
    Optional<DatabaseUrl> owner() {
        return owner(migrationUrl);
    }

    private static DatabaseUrl address(String url) {
        return new DatabaseUrl("DATABASE_URL", url);
    }

    private static Optional<DatabaseUrl> owner(String url) {
        return url.isBlank() ? Optional.empty() : Optional.of(new DatabaseUrl("DATABASE_MIGRATION_URL", url));
    }

    /** Without the passwords, which a log must never show. */
    @Override
    public String toString() {
        return address().toString();
    }
}
