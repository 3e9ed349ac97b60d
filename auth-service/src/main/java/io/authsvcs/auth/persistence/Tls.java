package io.authsvcs.auth.persistence;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.common.InvalidSetting;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * How a connection to the database is protected: libpq's {@code sslmode} and {@code sslrootcert}.
 *
 * @param rootCertificate a file of the authorities that the server's certificate may be of; those that Java knows where
 *     there is none
 */
record Tls(String mode, Optional<Path> rootCertificate) {
    private static final String STRICTEST = "verify-full";
    private static final Set<String> VERIFYING = Set.of("verify-ca", STRICTEST);
    private static final Set<String> OTHERS = Set.of("disable", "allow", "prefer", "require");

    /** @param variable by which an operator knows the URL that said so */
    static Tls of(String variable, String mode, Optional<String> rootCertificate) {
        require(
                VERIFYING.contains(mode) || OTHERS.contains(mode),
                variable + " asks for sslmode=" + mode + ", which there isn't.",
                "Set it to verify-full, or to one of disable, allow, prefer, require and verify-ca.");
        return new Tls(
                mode,
                rootCertificate.map(name -> readable(name)
                        .orElseThrow(() -> new InvalidSetting(
                                "The sslrootcert of " + variable + " can't be read: " + name,
                                "Set it to a file of certificates, in PEM."))));
    }

    private static Optional<Path> readable(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Files::isReadable);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** Whether the server has to show whose it is. */
    boolean verifies() {
        return VERIFYING.contains(mode);
    }

    /** Whether it has to be the host that is named, too. */
    boolean verifiesHost() {
        return mode.equals(STRICTEST);
    }
}
