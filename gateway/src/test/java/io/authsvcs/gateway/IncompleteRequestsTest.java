package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Calls.anyCall;
import static io.authsvcs.gateway.Enveloped.enveloped;
import static io.authsvcs.gateway.Enveloped.reason;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.upstream.TestCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class IncompleteRequestsTest {
    private static final String ALL = "{\"email\":\"ann@example.org\"}";
    private static final String CHUNKED = "Host: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n";
    private static final String CHUNK = Integer.toHexString(ALL.length()) + "\r\n" + ALL + "\r\n";
    private static final String MALFORMED = enveloped(Status.BAD_REQUEST, reason("Malformed request"));

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final int port;
    private final TestCluster cluster;

    @Autowired
    IncompleteRequestsTest(Caller caller, @Value("${local.server.port}") int port, TestCluster cluster) {
        this.caller = caller;
        this.port = port;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        instance.start();
        instance.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        cluster.up("incomplete", instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @Test
    void aWholeChunkedBodyPasses() {
        String answer = caller.bytes(register("chunked-1", "Connection: close\r\n") + CHUNK + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        instance.verify(1, postRequestedFor(anyUrl()).withRequestBody(equalTo(ALL)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "-1\r\n", "0\r\nBad trailer\r\n\r\n"})
    void whatIsRefusedAsMalformedReachesNobody(String end, CapturedOutput output) {
        String answer = caller.bytes(register("malformed-1", "") + CHUNK + end);

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("\r\nX-Request-Id: malformed-1\r\n")
                .endsWith(MALFORMED);
        assertLogged(output, "method=POST route=register status=400", "malformed-1", "outcome=MALFORMED_REQUEST");
        assertReachedNobody();
    }

    @Test
    void whatIsMalformedBehindAnotherRequestReachesNobody(CapturedOutput output) {
        String before = "GET /v1/auth/nothing HTTP/1.1\r\nHost: a\r\n\r\n";

        String answers = caller.bytes(before + register("malformed-2", "") + CHUNK + "zz\r\n");

        assertThat(answers)
                .startsWith("HTTP/1.1 404 ")
                .containsIgnoringCase("\r\nX-Request-Id: malformed-2\r\n")
                .endsWith(MALFORMED);
        assertLogged(output, "method=POST route=register status=400", "malformed-2", "outcome=MALFORMED_REQUEST");
        assertReachedNobody();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5\r\n{\"a\"", "0\r\n", "0\r\nTrailer: x\r\n"})
    void aChunkedBodyWithoutItsEndReachesNobody(String end, CapturedOutput output) throws IOException {
        hangUpAfter(register("cut-1", "") + CHUNK + end);

        assertLeft(output, "cut-1");
    }

    @Test
    void aCallerThatHangsUpInItsBodyEndsQuietly(CapturedOutput output) throws IOException {
        hangUpAfter(
                "POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nX-Request-Id: cut-2\r\nContent-Length: 500\r\n\r\n{\"email\"");

        assertLeft(output, "cut-2");
    }

    @Test
    void aCallerThatResetsItsConnectionInItsBodyEndsQuietly(CapturedOutput output) throws IOException {
        try (Socket socket = connect()) {
            write(
                    socket,
                    "POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nX-Request-Id: cut-3\r\nContent-Length: 500\r\n\r\n{");
            socket.setSoLinger(true, 0);
        }

        assertLeft(output, "cut-3");
    }

    private static String register(String requestId, String more) {
        return "POST /v1/auth/register HTTP/1.1\r\nX-Request-Id: " + requestId + "\r\n" + more + CHUNKED + "\r\n";
    }

    private void hangUpAfter(String bytes) throws IOException {
        try (Socket socket = connect()) {
            write(socket, bytes);
            socket.shutdownOutput();
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    private static void write(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(UTF_8));
    }

    private void assertLeft(CapturedOutput output, String requestId) {
        assertLogged(output, "status=left", requestId, "outcome=INCOMPLETE_BODY");
        assertThat(output).doesNotContain("ERROR").doesNotContain("\tat ");
        assertReachedNobody();
    }

    private static void assertLogged(CapturedOutput output, String begin, String requestId, String end) {
        await().untilAsserted(() -> assertThat(output.toString().lines())
                .filteredOn(line -> line.contains("request=" + requestId + " "))
                .singleElement()
                .asString()
                .contains(begin)
                .contains(end));
    }

    private void assertReachedNobody() {
        instance.verify(0, anyCall());
    }
}
