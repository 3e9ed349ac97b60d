package io.authsvcs.auth.persistence;

import static io.authsvcs.common.InvalidSetting.require;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a database is, and as whom it is used: {@code postgresql://user:password@host:port/database}, percent-encoded
 * where needed. A query such as {@code ?sslmode=verify-full} is kept.
 *
 * @param variable by which an operator knows it
 */
record DatabaseUrl(String variable, String text) {
    private static final int USUAL_PORT = 5432;
    private static final int LARGEST_PORT = 65_535;
    // Without it, the driver would look for a file in the user's home instead of asking Java.
    private static final String AUTHORITIES_OF_JAVA = "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";

    DatabaseUrl {
        String cure =
                "Set " + variable + " to postgresql://user:password@host:5432/database, special characters as %XX.";
        require(!text.isBlank(), variable + " is missing.", cure);
        // Not quoted: the password is in it.
        require(isWhole(text), variable + " isn't the whole address of a PostgreSQL database.", cure);
        tls(variable, text);
    }

    private static boolean isWhole(String text) {
        try {
            URI parts = new URI(text);
            return List.of("postgresql", "postgres").contains(String.valueOf(parts.getScheme()))
                    && parts.getHost() != null
                    && parts.getPort() != 0
                    && parts.getPort() <= LARGEST_PORT
                    && parts.getRawPath().length() > 1
                    && String.valueOf(parts.getRawUserInfo()).contains(":");
        } catch (URISyntaxException unescaped) {
            return false;
        }
    }

    String jdbcUrl() {
        boolean asksJava = tls().filter(
                        tls -> tls.verifies() && tls.rootCertificate().isEmpty())
                .isPresent();
        String query = uri().getRawQuery();
        return "jdbc:postgresql://" + host() + ":" + port() + uri().getRawPath()
                // JDBC takes a plus for a blank.
                + (query == null ? "" : "?" + query.replace("+", "%2B"))
                + (asksJava ? AUTHORITIES_OF_JAVA : "");
    }

    String host() {
        return uri().getHost();
    }

    int port() {
        return uri().getPort() < 0 ? USUAL_PORT : uri().getPort();
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

    /** Without user and password, which a log must never show. */
    @Override
    public String toString() {
        return "postgresql://" + host() + ":" + port() + "/" + database();
    }

    Optional<Tls> tls() {
        return tls(variable, text);
    }

    private static Optional<Tls> tls(String variable, String text) {
        Map<String, String> query = query(text);
        return Optional.ofNullable(query.get("sslmode"))
                .map(mode -> Tls.of(variable, mode, Optional.ofNullable(query.get("sslrootcert"))));
    }

    /** Of several by one name the first counts. */
    private static Map<String, String> query(String text) {
        return Pattern.compile("&")
                .splitAsStream(Objects.toString(URI.create(text).getRawQuery(), ""))
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter -> parameter.length == 2)
                .collect(Collectors.toMap(
                        parameter -> decode(parameter[0]), parameter -> decode(parameter[1]), (first, other) -> first));
    }

    private String[] userInfo() {
        return uri().getRawUserInfo().split(":", 2);
    }

    private URI uri() {
        return URI.create(text);
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
