package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
        properties = {
            "gateway.upstream.connections=1",
            "gateway.upstream.waiting=1",
            "gateway.upstream.acquire-timeout=10s",
            "gateway.upstream.request-timeout=15s",
            "gateway.edge.connection-timeout=30s"
        })
@ExtendWith(OutputCaptureExtension.class)
class UnderWayTest {
    private final WireMockServer slow = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final int port;
    private final TestCluster cluster;

    @Autowired
    UnderWayTest(Caller caller, @Value("${local.server.port}") int port, TestCluster cluster) {
        this.caller = caller;
        this.port = port;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        slow.start();
        slow.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(2_000)));
        cluster.up("slow", slow.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        slow.stop();
    }

    @Test
    void moreThanCanWaitAreRefusedAtOnce() throws IOException {
        try (Socket underWay = ask();
                Socket waiting = ask()) {
            await().until(() -> cluster.underWay() == 2);

            assertAnswer(
                    caller.get("/v1/auth/validate"),
                    Status.SERVICE_UNAVAILABLE,
                    reason("Too many requests are under way"));
            assertThat(answerTo(underWay)).startsWith("HTTP/1.1 200 OK").endsWith(enveloped(Status.OK, "{}"));
            assertThat(answerTo(waiting)).startsWith("HTTP/1.1 200 OK").endsWith(enveloped(Status.OK, "{}"));
        }
    }

    @Test
    void whoIsCrowdedOutGoesToAnotherInstance() throws IOException {
        WireMockServer well = new WireMockServer(options().dynamicPort());
        well.start();
        well.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        try (Socket _ = ask();
                Socket _ = ask()) {
            await().until(() -> cluster.underWay() == 2);
            cluster.up("slow-by-another-name", slow.port());
            cluster.up("well", well.port());

            IntStream.range(0, 20).forEach(i -> assertAnswer(caller.post("/v1/auth/login", "{}"), Status.OK, "{}"));
        } finally {
            well.stop();
        }
    }

    @Test
    void aCallerThatLeavesTakesItsRequestAlong(CapturedOutput output) throws IOException {
        try (Socket leaving = ask()) {
            await().until(() -> cluster.underWay() == 1);
            leaving.setSoLinger(true, 0);
        }

        await().until(() -> cluster.underWay() == 0);
        await().untilAsserted(() -> assertThat(output).contains("status=left"));
    }

    @Test
    void noLogShowsATokenInThePath(CapturedOutput output) {
        caller.get("/v1/auth/validate/secret-token?also=secret-query");
        caller.lines("GET /v1/auth/validate/%zz-secret-token HTTP/1.1", "Host: a", "Connection: close");

        assertThat(output).contains("route=validate-in-path").doesNotContain("secret-");
    }

    private Socket ask() throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.getOutputStream()
                .write("GET /v1/auth/validate HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
        return socket;
    }

    private static String answerTo(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
}
