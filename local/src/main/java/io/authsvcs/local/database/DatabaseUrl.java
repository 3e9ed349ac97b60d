package io.authsvcs.local.database;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * Where a database is and who may use it: {@code postgresql://user:password@host:5432/database}, with percent-encoded
 * parts as in every URL, and {@code ?sslmode=verify-full&sslrootcert=…} where it speaks TLS.
 *
 * @param text as it was given, with the password; it is never printed
 */
public record DatabaseUrl(String text) {
    private static final int DEFAULT_PORT = 5432;
    // As an instance has it. Without it, the driver would look for a file in the user's home.
    private static final String AUTHORITIES_OF_JAVA = "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";

    public DatabaseUrl {
        URI uri = parse(text);
        if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || hasNoName(uri) || hasNoPassword(uri)) {
            throw malformed();
        }
    }

    static DatabaseUrl local(int port, String user, String password, String database) {
        return new DatabaseUrl("postgresql://" + user + ":" + password + "@127.0.0.1:" + port + "/" + database);
    }

    /** Host, port and database, without who and how: fit for people's eyes. */
    public String place() {
        return host() + ":" + port() + "/" + uri().getPath().substring(1);
    }

    String jdbcUrl() {
        String query = Objects.requireNonNullElse(uri().getRawQuery(), "");
        boolean asksJava = query.contains("sslmode=verify-") && !query.contains("sslrootcert=");
        return "jdbc:postgresql://" + host() + ":" + port() + uri().getRawPath()
                // JDBC takes a plus for a blank.
                + (query.isEmpty() ? "" : "?" + query.replace("+", "%2B"))
                + (asksJava ? AUTHORITIES_OF_JAVA : "");
    }

    Properties credentials() {
        String[] parts = uri().getRawUserInfo().split(":", 2);
        Properties properties = new Properties();
        properties.setProperty("user", decode(parts[0]));
        properties.setProperty("password", decode(parts[1]));
        return properties;
    }

    private String host() {
        return uri().getHost();
    }

    private int port() {
        return uri().getPort() == -1 ? DEFAULT_PORT : uri().getPort();
    }

    private URI uri() {
        return parse(text);
    }

    private static boolean hasNoName(URI uri) {
        return uri.getPath() == null || uri.getPath().length() < 2;
    }

    private static boolean hasNoPassword(URI uri) {
        return uri.getRawUserInfo() == null || !uri.getRawUserInfo().contains(":");
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException notOne) {
            throw malformed();
        }
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Fault malformed() {
        return new Fault(
                FaultKind.USAGE,
                "database",
                "This is not the URL of a PostgreSQL database.",
                "Write it as postgresql://user:password@host:5432/database, special characters percent-encoded.");
    }

    @Override
    public String toString() {
        return place();
    }
}
