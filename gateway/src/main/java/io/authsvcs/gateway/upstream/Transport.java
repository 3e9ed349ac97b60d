package io.authsvcs.gateway.upstream;

import io.authsvcs.common.InvalidSetting;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

/**
 * How this gateway speaks to instances: to all in the clear, or to all by TLS, where each has to show a certificate of the
 * operator's authority for the host under which it is registered. Nothing is sent to one that is registered otherwise.
 */
final class Transport {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final Optional<GenericSslContextSpec<?>> tls;

    private Transport(Optional<GenericSslContextSpec<?>> tls) {
        this.tls = tls;
    }

    /**
     * By TLS where there is a file of authorities, in PEM.
     *
     * @throws InvalidSetting where it can't be read
     */
    static Transport of(Optional<Path> authorities) {
        return new Transport(authorities.map(Transport::certificates).map(Transport::tls));
    }

    /** @param trusted of whom an instance's certificate may be */
    private static GenericSslContextSpec<?> tls(X509Certificate... trusted) {
        Http11SslContextSpec spec = Http11SslContextSpec.forClient();
        spec.configure(builder -> verifying(builder, trusted));
        return spec;
    }

    /** With the rules of RFC 9110 §4.3.4: a certificate has to name the host, or its address. */
    private static void verifying(SslContextBuilder builder, X509Certificate... trusted) {
        builder.trustManager(trusted).protocols(VERSIONS).endpointIdentificationAlgorithm("HTTPS");
    }

    private static X509Certificate[] certificates(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            X509Certificate[] found = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            if (found.length == 0) {
                throw unusable(file, "there is no certificate in it");
            }
            return found;
        } catch (IOException | CertificateException unreadable) {
            throw unusable(file, String.valueOf(unreadable.getMessage()));
        }
    }

    private static InvalidSetting unusable(Path file, String why) {
        return new InvalidSetting(
                "GATEWAY_UPSTREAM_CA can't be used: " + file + ": " + why,
                "Set it to a file in PEM of the authorities that sign the certificates of instances.");
    }

    /** A client that speaks so. */
    HttpClient on(HttpClient client) {
        return tls.map(spec -> client.secure(provider -> provider.sslContext(spec)))
                .orElse(client);
    }

    /** Why nothing may be sent to an instance that is registered so. */
    Optional<String> objection(Registration registration) {
        if (registration.secure() == tls.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                registration.secure()
                        ? "it speaks TLS, and without GATEWAY_UPSTREAM_CA this gateway can't tell whose its certificate is"
                        : "it speaks http in the clear, and with GATEWAY_UPSTREAM_CA this gateway speaks TLS alone."
                                + " Set AUTH_TLS_CERTIFICATE and AUTH_TLS_PRIVATE_KEY for it");
    }

    /** Why who answers there isn't believed, where a try has ended for that. */
    static Optional<String> distrust(Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof CertificateException refused) {
                return Optional.of("its certificate isn't one of GATEWAY_UPSTREAM_CA for the host under which it is"
                        + " registered: " + refused.getMessage());
            }
            if (one instanceof NotSslRecordException) {
                return Optional.of("it is registered as speaking TLS, and doesn't");
            }
        }
        return Optional.empty();
    }
}
