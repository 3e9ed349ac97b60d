package io.authsvcs.auth.persistence;

import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why the schema isn't up to date, in a line for the operator. It may be mended while this instance waits. */
final class NotMigrated extends RuntimeException {
    // PostgreSQL, appendix A.
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private NotMigrated(String sentence) {
        super(sentence);
    }

    private NotMigrated(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** @param url of whoever was to migrate */
    static NotMigrated by(DatabaseUrl url, Exception failure) {
        String words = find(SQLException.class, failure)
                .map(Throwable::getMessage)
                .or(() -> Optional.ofNullable(failure.getMessage()))
                .flatMap(message -> message.lines().findFirst())
                .orElse("no word of why");
        return new NotMigrated(words + cure(url, failure), failure);
    }

    static NotMigrated forbidden(DatabaseUrl url) {
        return new NotMigrated("The schema lacks migrations" + forbiddance(url));
    }

    private static String cure(DatabaseUrl url, Exception failure) {
        if (find(SQLException.class, failure)
                .filter(refusal -> INSUFFICIENT_PRIVILEGE.equals(refusal.getSQLState()))
                .isPresent()) {
            return forbiddance(url);
        }
        if (isDistrust(failure)) {
            return ". PostgreSQL's certificate isn't good: sslrootcert in " + url.variable()
                    + " has to hold the authority that signed it, for the host that the URL names.";
        }
        return "";
    }

    private static String forbiddance(DatabaseUrl url) {
        return ". The user of " + url.variable() + " may not migrate: DATABASE_MIGRATION_URL, of one instance at least,"
                + " has to name the one who owns the schema, and who may make the user of DATABASE_URL or finds it"
                + " there.";
    }

    private static boolean isDistrust(Exception failure) {
        return find(SSLException.class, failure).isPresent()
                || find(CertificateException.class, failure).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Class<T> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
