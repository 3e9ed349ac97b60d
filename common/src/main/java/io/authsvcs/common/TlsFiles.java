package io.authsvcs.common;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * By which a process shows whose it is: a certificate, followed by those that lead from it to its authority, and its
 * private key, both in PEM.
 *
 * @param variable what the names of the two begin with, as an operator knows them
 */
public record TlsFiles(String variable, Path certificate, Path privateKey) {
    private static final String BUNDLE = "listener";
    private static final String PREFIX = "spring.ssl.bundle.pem." + BUNDLE + ".";

    /**
     * What an operator names.
     *
     * @return empty where neither is named: the process speaks in the clear
     * @throws InvalidSetting where one alone is, or one can't be read
     */
    public static Optional<TlsFiles> of(String variable, String certificate, String privateKey) {
        InvalidSetting.require(
                certificate.isBlank() == privateKey.isBlank(),
                variable + (certificate.isBlank() ? "_CERTIFICATE" : "_PRIVATE_KEY")
                        + " is missing, and one file is of no use without the other.",
                "Set both to files in PEM, or neither, where no TLS is spoken.");
        if (certificate.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new TlsFiles(
                variable,
                readable(variable + "_CERTIFICATE", certificate),
                readable(variable + "_PRIVATE_KEY", privateKey)));
    }

    private static Path readable(String variable, String name) {
        Path file = Path.of(name).toAbsolutePath();
        InvalidSetting.require(
                Files.isRegularFile(file) && Files.isReadable(file),
                variable + " names a file that can't be read: " + name,
                "Set it to a file in PEM that the user of this process may read.");
        return file;
    }

    /** The refusal of what is in them. */
    public InvalidSetting unusable(String why) {
        return new InvalidSetting(
                variable + "_CERTIFICATE and " + variable + "_PRIVATE_KEY can't be used: " + why,
                "Set them to a certificate and the key that was made for it, in PEM, the key without a passphrase.");
    }

    /**
     * What has Spring Boot's listener use them, and use them anew when they change; of TLS, no version before 1.2. The
     * management port stays as it is.
     */
    public Map<String, Object> properties() {
        return Map.of(
                PREFIX + "keystore.certificate",
                "file:" + certificate,
                PREFIX + "keystore.private-key",
                "file:" + privateKey,
                PREFIX + "keystore.verify-keys",
                true,
                PREFIX + "options.enabled-protocols",
                "TLSv1.3,TLSv1.2",
                PREFIX + "reload-on-update",
                true,
                "server.ssl.bundle",
                BUNDLE,
                "management.server.ssl.enabled",
                false);
    }
}
