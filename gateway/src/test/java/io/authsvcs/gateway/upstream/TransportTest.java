package io.authsvcs.gateway.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.common.Word;
import io.authsvcs.common.certificate.TestAuthority;
import io.authsvcs.common.certificate.TestCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is spoken to by TLS, and who not at all. */
class TransportTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final TestAuthority AUTHORITY = TestAuthority.named("authority");

    @TempDir
    private Path folder = Path.of("");

    private Optional<WireMockServer> instance = Optional.empty();

    @AfterEach
    void stop() {
        instance.ifPresent(WireMockServer::stop);
    }

    @Test
    void whoHasACertificateOfTheAuthorityForItsHostIsFound() {
        WireMockServer secure = speakingTls(AUTHORITY.issue("instance", "127.0.0.1"));

        assertThat(look(secure.httpsPort(), true, trusting(AUTHORITY)))
                .isEqualTo(new Finding.Answer(Optional.of(Word.UP), false));
    }

    @Test
    void whoHasOneOfAnotherAuthorityIsNotTrusted() {
        WireMockServer secure = speakingTls(AUTHORITY.issue("instance", "127.0.0.1"));

        assertThat(look(secure.httpsPort(), true, trusting(TestAuthority.named("other"))))
                .isInstanceOfSatisfying(
                        Finding.Untrusted.class,
                        finding -> assertThat(finding.why()).contains("isn't one of GATEWAY_UPSTREAM_CA"));
        assertThat(secure.getAllServeEvents()).isEmpty();
    }

    @Test
    void whoHasOneForAnotherHostIsNotTrusted() {
        WireMockServer secure = speakingTls(AUTHORITY.issue("127.0.0.1", "localhost", "127.0.0.2"));

        assertThat(look(secure.httpsPort(), true, trusting(AUTHORITY))).isInstanceOf(Finding.Untrusted.class);
        assertThat(secure.getAllServeEvents()).isEmpty();
    }

    @Test
    void whoSpeaksInTheClearIsNotAskedByWhoeverSpeaksTls() {
        WireMockServer both = speakingTls(AUTHORITY.issue("instance", "127.0.0.1"));

        assertThat(look(both.port(), false, trusting(AUTHORITY)))
                .isInstanceOfSatisfying(
                        Finding.Untrusted.class,
                        finding -> assertThat(finding.why()).contains("AUTH_TLS_CERTIFICATE"));
        assertThat(both.getAllServeEvents()).isEmpty();
    }

    @Test
    void whoSpeaksTlsIsNotAskedByWhoeverKnowsNoAuthority() {
        WireMockServer both = speakingTls(AUTHORITY.issue("instance", "127.0.0.1"));

        assertThat(look(both.httpsPort(), true, Transport.of(Optional.empty())))
                .isInstanceOfSatisfying(
                        Finding.Untrusted.class,
                        finding -> assertThat(finding.why()).contains("GATEWAY_UPSTREAM_CA"));
        assertThat(both.getAllServeEvents()).isEmpty();
    }

    @Test
    void whoIsNotTrustedGetsNothingAndIsSeenToBeOut() {
        Registration registration = at(1, false);
        Instance doubted = new Instance(registration, true, Reach.UNPROVEN, Clocks.system());

        doubted.found(new Finding.Untrusted("why"), System.nanoTime());

        assertThat(doubted.isUsable()).isFalse();
        assertThat(doubted.mayBeBack()).isFalse();
        assertThat(doubted.isProven()).isFalse();
        assertThat(doubted.state()).isEqualTo(State.EJECTED);
    }

    private WireMockServer speakingTls(TestCertificate certificate) {
        WireMockServer server = new WireMockServer(options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(
                        certificate.keyStore(folder.resolve("instance.p12")).toString())
                .keystoreType("PKCS12")
                .keystorePassword(TestCertificate.PASSWORD)
                .keyManagerPassword(TestCertificate.PASSWORD));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"asked\",\"state\":\"UP\"}")));
        instance = Optional.of(server);
        return server;
    }

    private Transport trusting(TestAuthority authority) {
        return Transport.of(Optional.of(authority.writeTo(folder)));
    }

    private static Finding look(int port, boolean secure, Transport transport) {
        try (Probe probe =
                new Probe(transport, Duration.ofSeconds(5), Duration.ofSeconds(5), LONG, (challenge, proof) -> true)) {
            return probe.look(at(port, secure)).blockOptional(LONG).orElseThrow();
        }
    }

    private static Registration at(int port, boolean secure) {
        return new Registration("asked", "127.0.0.1", port, secure, "1", Registration.Status.UP);
    }
}
