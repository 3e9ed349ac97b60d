package io.authsvcs.common.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority that nobody knows but a test, for a day (RFC 5280). */
public final class TestAuthority {
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.identifier("2a8648ce3d040302"));
    private static final byte[] COMMON_NAME = Der.identifier("550403");
    private static final byte[] SUBJECT_ALTERNATIVE_NAME = Der.identifier("551d11");
    private static final byte[] BASIC_CONSTRAINTS = Der.identifier("551d13");
    private static final byte[] VERSION_3 = Der.tagged(0xa0, Der.number(BigInteger.TWO));
    private static final int EXTENSIONS = 0xa3;
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private TestAuthority(String name) throws GeneralSecurityException {
        this.name = name;
        this.keys = newKeys();
        byte[] isAuthority = Der.sequence(BASIC_CONSTRAINTS, Der.TRUE, Der.octets(Der.sequence(Der.TRUE)));
        this.certificate = sign(name, keys, isAuthority);
    }

    public static TestAuthority named(String name) {
        try {
            return new TestAuthority(name);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A certificate for a server that is at these hosts: names, or addresses. */
    public TestCertificate issue(String subject, String... hosts) {
        try {
            KeyPair theirs = newKeys();
            byte[][] names = Arrays.stream(hosts).map(TestAuthority::host).toArray(byte[][]::new);
            byte[] extension = Der.sequence(SUBJECT_ALTERNATIVE_NAME, Der.octets(Der.sequence(names)));
            return new TestCertificate(sign(subject, theirs, extension), theirs.getPrivate());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** For clients that believe nobody else. */
    public SSLContext trust() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(name, certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Its own certificate, in a file in PEM. */
    public Path writeTo(Path folder) {
        return new TestCertificate(certificate, keys.getPrivate()).writeCertificate(folder.resolve(name + ".pem"));
    }

    private X509Certificate sign(String subject, KeyPair theirs, byte[] extension) throws GeneralSecurityException {
        Instant now = Instant.now();
        byte[] content = Der.sequence(
                VERSION_3,
                Der.number(new BigInteger(63, RANDOM).add(BigInteger.ONE)),
                ECDSA_WITH_SHA256,
                commonName(name),
                Der.sequence(Der.time(now.minus(HALF_A_DAY)), Der.time(now.plus(HALF_A_DAY))),
                commonName(subject),
                theirs.getPublic().getEncoded(),
                Der.tagged(EXTENSIONS, Der.sequence(extension)));
        byte[] signed = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature(content)));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(signed));
    }

    private byte[] signature(byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(content);
        return signature.sign();
    }

    private static byte[] commonName(String name) {
        return Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text(name))));
    }

    private static byte[] host(String host) {
        return Character.isDigit(host.charAt(0))
                ? Der.tagged(IP_ADDRESS, address(host))
                : Der.tagged(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] address(String literal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : literal.split("\\.", -1)) {
            bytes.write(Integer.parseInt(part));
        }
        return bytes.toByteArray();
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
