package io.authsvcs.common.certificate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** What a server shows, and by what it proves that it may. */
public record TestCertificate(X509Certificate certificate, PrivateKey privateKey) {
    /** Of the files of {@link #keyStore}. */
    public static final String PASSWORD = "of-a-test";

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    /** In PEM. */
    public Path writeCertificate(Path file) {
        try {
            return Files.writeString(file, pem("CERTIFICATE", certificate.getEncoded()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (CertificateEncodingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** In PEM (PKCS #8), for nobody but its owner, without whom PostgreSQL would refuse it. */
    public Path writePrivateKey(Path file) {
        try {
            Files.writeString(file, pem("PRIVATE KEY", privateKey.getEncoded()));
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Both in one file, in PKCS #12. */
    public Path keyStore(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", privateKey, PASSWORD.toCharArray(), new Certificate[] {certificate});
            store.store(out, PASSWORD.toCharArray());
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n" + LINES.encodeToString(encoded) + "\n-----END " + what + "-----\n";
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "TestCertificate[" + certificate.getSubjectX500Principal() + "]";
    }
}
