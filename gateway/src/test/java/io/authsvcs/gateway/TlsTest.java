package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Calls.anyCall;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.common.certificate.TestAuthority;
import io.authsvcs.common.certificate.TestCertificate;
import io.authsvcs.gateway.upstream.State;
import io.authsvcs.gateway.upstream.TestCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Callers come by TLS, and instances are asked by TLS. */
@GatewayTest
@TestPropertySource(
        properties = {
            "gateway.edge.body-timeout=200ms",
            "gateway.edge.connection-timeout=3s",
            "gateway.upstream.request-timeout=2500ms",
            "spring.ssl.bundle.watch.file.quiet-period=50ms"
        })
// Its files don't outlive it.
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class TlsTest {
    private static final TestAuthority AUTHORITY = TestAuthority.named("authority");

    /** Of TLS 1.1, with a cipher that was common then. */
    private static final String OLD_HELLO =
            "160301002d" + "01000029" + "0302" + "00".repeat(32) + "00" + "0002002f" + "0100";

    @TempDir
    private static Path folder = Path.of("");

    private final int port;
    private final int managementPort;
    private final TestCluster cluster;
    private final WireMockServer instance = new WireMockServer(options()
            .dynamicPort()
            .dynamicHttpsPort()
            .keystorePath(AUTHORITY
                    .issue("instance", "127.0.0.1")
                    .keyStore(folder.resolve("instance.p12"))
                    .toString())
            .keystoreType("PKCS12")
            .keystorePassword(TestCertificate.PASSWORD)
            .keyManagerPassword(TestCertificate.PASSWORD));

    @Autowired
    TlsTest(
            @Value("${local.server.port}") int port,
            @Value("${local.management.port}") int managementPort,
            TestCluster cluster) {
        this.port = port;
        this.managementPort = managementPort;
        this.cluster = cluster;
    }

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry properties) {
        renew(AUTHORITY.issue("first", "127.0.0.1"));
        properties.add("gateway.tls.certificate", () -> certificate().toString());
        properties.add("gateway.tls.private-key", () -> privateKey().toString());
        properties.add("gateway.upstream.ca", () -> AUTHORITY.writeTo(folder).toString());
    }

    @BeforeEach
    void start() {
        instance.start();
        instance.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aRequestComesByTlsAndGoesOnByTls(String version) throws Exception {
        cluster.upSecurely("secure", instance.httpsPort());

        try (SSLSocket caller = connect(version)) {
            assertThat(answer(caller, "GET /v1/auth/validate HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("\"statusCode\":200");
        }
        assertThat(instance.getAllServeEvents())
                .filteredOn(event -> event.getRequest().getUrl().equals("/v1/auth/validate"))
                .singleElement()
                .satisfies(event -> assertThat(event.getRequest().getScheme()).isEqualTo("https"));
    }

    @Test
    void anInstanceInTheClearIsNotAskedAndSaidToBeOut(CapturedOutput output) throws Exception {
        cluster.up("plain", instance.port());
        cluster.lookTwice();

        try (SSLSocket caller = connect("TLSv1.3")) {
            assertThat(answer(caller, "GET /v1/auth/validate HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 503 ");
        }
        assertThat(cluster.sightings())
                .filteredOn(sighting -> sighting.id().equals("plain"))
                .singleElement()
                .satisfies(sighting -> assertThat(sighting.state()).isEqualTo(State.EJECTED));
        // Of many looks one has told it; the first of the test and one of the gateway's own may be at the same moment.
        assertThat(output.toString().lines())
                .filteredOn(line -> line.contains("Instance plain gets no requests: it speaks http in the clear"))
                .hasSizeBetween(1, 2);
        instance.verify(0, anyCall());
    }

    /** As without TLS: of every rule of the edge one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/auth/validate HTTP/1.1\r\nHost: a\r\n folded: x\r\n\r\n",
                "POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET /v1/auth/validate HTTP/1.1\r\n\r\n"
            })
    void whatIsStrictInTheClearIsStrictBehindTls(String request) throws Exception {
        try (SSLSocket caller = connect("TLSv1.3")) {
            assertThat(answer(caller, request)).startsWith("HTTP/1.1 400 ").contains("\"statusCode\":400");
        }
    }

    /** Probes of whoever runs it come from the same host. */
    @Test
    void theManagementPortStaysInTheClear() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness"))
                    .build();

            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoSpeaksInTheClearGetsNoAnswer() throws IOException {
        try (Socket caller = plain()) {
            caller.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));

            assertThat(new String(caller.getInputStream().readAllBytes(), US_ASCII))
                    .doesNotContain("HTTP");
        }
    }

    /** By the same deadline as a request that never comes: to read on would last for ever. */
    @Test
    void whoNeverShakesHandsIsSentAway() throws IOException {
        try (Socket caller = plain()) {
            caller.getOutputStream().write(HexFormat.of().parseHex(OLD_HELLO), 0, 20);

            assertThat(caller.getInputStream().readAllBytes()).isEmpty();
        }
    }

    /** RFC 8996. */
    @Test
    void noVersionBefore12IsSpoken() throws IOException {
        try (Socket caller = plain()) {
            caller.getOutputStream().write(HexFormat.of().parseHex(OLD_HELLO));
            byte[] alert = caller.getInputStream().readNBytes(7);

            assertThat(HexFormat.of().formatHex(alert)).matches("1503..0002" + "02" + "(46|28)");
        }
    }

    @Test
    void aNewCertificateIsShownAsSoonAsItIsThereAndABrokenOneNever(CapturedOutput output) throws Exception {
        try (SSLSocket before = connect("TLSv1.3")) {
            renew(AUTHORITY.issue("second", "127.0.0.1"));
            await().untilAsserted(() -> assertThat(shown()).isEqualTo("CN=second"));
            // A certificate without its key.
            AUTHORITY.issue("third", "127.0.0.1").writeCertificate(certificate());
            await().until(() -> output.toString().contains("Unexpected SSL reload error"));

            assertThat(shown()).isEqualTo("CN=second");
            assertThat(answer(before, "GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 404 ");
        }
    }

    private String shown() throws Exception {
        try (SSLSocket caller = connect("TLSv1.3")) {
            return ((X509Certificate) caller.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private static String answer(SSLSocket caller, String request) throws IOException {
        caller.getOutputStream().write(request.getBytes(US_ASCII));
        return new String(caller.getInputStream().readAllBytes(), US_ASCII);
    }

    private Socket plain() throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private SSLSocket connect(String version) throws IOException {
        SSLSocket socket =
                (SSLSocket) AUTHORITY.trust().getSocketFactory().createSocket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setSoTimeout(20_000);
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        return socket;
    }

    private static void renew(TestCertificate next) {
        next.writePrivateKey(privateKey());
        next.writeCertificate(certificate());
    }

    private static Path certificate() {
        return folder.resolve("gateway.pem");
    }

    private static Path privateKey() {
        return folder.resolve("gateway.key");
    }
}
