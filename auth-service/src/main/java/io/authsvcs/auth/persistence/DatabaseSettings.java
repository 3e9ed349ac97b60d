package io.authsvcs.auth.persistence;

import java.net.URI;
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
 * @param poolSize connections of one instance at most
 */
@ConfigurationProperties("auth.database")
public record DatabaseSettings(String url, int poolSize) {
    private static final String SHAPE = "postgresql://user:password@host:5432/database";

    public DatabaseSettings {
        if (url.isBlank()) {
            throw new IllegalArgumentException("DATABASE_URL is missing: set it to " + SHAPE);
        }
        URI parsed = URI.create(url);
        if (!List.of("postgresql", "postgres").contains(parsed.getScheme())
                || parsed.getHost() == null
                || parsed.getRawPath().length() < 2
                || parsed.getRawUserInfo() == null
                || !parsed.getRawUserInfo().contains(":")) {
            throw new IllegalArgumentException("DATABASE_URL must look like " + SHAPE);
        }
        if (poolSize < 1) {
            throw new IllegalArgumentException("auth.database.pool-size must be at least 1, not " + poolSize);
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
