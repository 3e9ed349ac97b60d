package io.authsvcs.auth.persistence;

import static io.authsvcs.common.InvalidSetting.require;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where the database is.
 *
 * @param url {@code postgresql://user:password@host:port/database}, percent-encoded where needed; a query such as
 *     {@code ?sslmode=verify-full} is kept
 * @param poolSize connections of one instance at most, for all but look-ups
 * @param lookupPoolSize further ones, for the look-ups that every check of a token waits for
 * @param applicationName as which an instance is seen in {@code pg_stat_activity}
 */
@ConfigurationProperties("auth.database")
public record DatabaseSettings(String url, int poolSize, int lookupPoolSize, String applicationName) {
    private static final String CURE =
            "Set DATABASE_URL to postgresql://user:password@host:5432/database, special characters as %XX.";

    public DatabaseSettings {
        applicationName = applicationName.strip();
        require(!url.isBlank(), "DATABASE_URL is missing.", CURE);
        // Not quoted: the password is in it.
        require(isWhole(url), "DATABASE_URL isn't the whole address of a PostgreSQL database.", CURE);
        require(
                poolSize > 0,
                "A pool can't hold " + poolSize + " connections.",
                "Set auth.database.pool-size to 10 or so.");
        require(
                lookupPoolSize > 0,
                "Look-ups can't do with " + lookupPoolSize + " connections.",
                "Set auth.database.lookup-pool-size to 2 or so.");
    }

    private static boolean isWhole(String url) {
        try {
            URI parts = new URI(url);
            return List.of("postgresql", "postgres").contains(String.valueOf(parts.getScheme()))
                    && parts.getHost() != null
                    && parts.getRawPath().length() > 1
                    && String.valueOf(parts.getRawUserInfo()).contains(":");
        } catch (URISyntaxException unescaped) {
            return false;
        }
    }

    String jdbcUrl() {
        String query = uri().getRawQuery();
        return "jdbc:postgresql://" + uri().getHost() + ":" + port() + uri().getRawPath()
                + (query == null ? "" : "?" + query);
    }

    String host() {
        return uri().getHost();
    }

    int port() {
        return uri().getPort() < 0 ? 5432 : uri().getPort();
    }

    String database() {
        return decode(uri().getRawPath().substring(1));
    }

    String user() {
        return decode(userInfo()[0]);
    }

    String password() {
        return decode(userInfo()[1]);
    }

    Optional<Tls> tls() {
        Map<String, String> query =
                UriComponentsBuilder.fromUriString(url).build().getQueryParams().toSingleValueMap();
        return Optional.ofNullable(query.get("sslmode"))
                .map(mode -> new Tls(mode, Optional.ofNullable(query.get("sslrootcert"))));
    }

    /** Without the password, which a log must never show. */
    @Override
    public String toString() {
        return "postgresql://" + host() + ":" + port() + "/" + database();
    }

    /** libpq's {@code sslmode} and {@code sslrootcert}, which JDBC reads by the same names. */
    record Tls(String mode, Optional<String> rootCertificate) {}

    private String[] userInfo() {
        return uri().getRawUserInfo().split(":", 2);
    }

    private URI uri() {
        return URI.create(url);
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
