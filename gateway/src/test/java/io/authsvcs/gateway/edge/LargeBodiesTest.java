package io.authsvcs.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Calls.anyCall;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
import static io.authsvcs.gateway.Enveloped.enveloped;
import static io.authsvcs.gateway.Enveloped.reason;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.Caller;
import io.authsvcs.gateway.GatewayTest;
import io.authsvcs.gateway.upstream.TestCluster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
        properties = {
            "gateway.edge.large-bodies=2MB",
            "gateway.edge.connections=60",
            "gateway.edge.body-timeout=10s",
            "gateway.edge.connection-timeout=30s",
            "gateway.upstream.request-timeout=15s"
        })
class LargeBodiesTest {
    private static final String BATCH = "/v1/auth/validate/batch";
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int USUAL = 64 * 1024;
    private static final int FREE = 4 * 1024;

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final int port;
    private final TestCluster cluster;
    private final LargeBodies largeBodies;

    @Autowired
    LargeBodiesTest(
            Caller caller, @Value("${local.server.port}") int port, TestCluster cluster, LargeBodies largeBodies) {
        this.caller = caller;
        this.port = port;
        this.cluster = cluster;
        this.largeBodies = largeBodies;
    }

    @BeforeEach
    void start() {
        instance.start();
        instance.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        cluster.up("batches", instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
        await().untilAsserted(() -> assertThat(largeBodies.left()).isEqualTo(LARGEST));
    }

    @Test
    void aBatchAndItsVerdictsMayBeLarge() {
        String tokens = "x".repeat(LARGEST);
        String verdicts = "{\"results\":[\"" + "y".repeat(1_200_000) + "\"]}";
        instance.stubFor(any(anyUrl()).willReturn(okJson(verdicts)));

        assertAnswer(caller.post(BATCH, tokens), Status.OK, verdicts);
        instance.verify(1, postRequestedFor(anyUrl()).withRequestBody(equalTo(tokens)));
    }

    @Test
    void aBatchOverItsLimitIsRefused() {
        HttpResponse<String> streamed = caller.send(caller.to(BATCH)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LARGEST + 1]))));

        assertAnswer(streamed, Status.CONTENT_TOO_LARGE, reason("Request body is too large"));
        assertThat(caller.lines("POST " + BATCH + " HTTP/1.1", "Host: a", "Content-Length: " + (LARGEST + 1)))
                .startsWith("HTTP/1.1 413 ");
        instance.verify(0, anyCall());
    }

    @Test
    void whatIsTooMuchTogetherIsRefusedAtOnce() throws IOException {
        try (Socket first = batch(LARGEST - 1)) {
            await().until(() -> largeBodies.left() <= FREE + 1);

            String answer = answerTo(batch(2 * FREE + 2));
            assertThat(answer)
                    .startsWith("HTTP/1.1 503 ")
                    .containsIgnoringCase("\r\nRetry-After: 1\r\n")
                    .endsWith(enveloped(Status.SERVICE_UNAVAILABLE, reason("Too many requests are under way")));
            assertAnswer(caller.post(BATCH, "x".repeat(FREE)), Status.OK, "{}");
            assertAnswer(caller.post("/v1/auth/login", "{}"), Status.OK, "{}");

            first.getOutputStream().write('x');
            assertThat(answerTo(first)).startsWith("HTTP/1.1 200 ");
        }
        await().until(() -> largeBodies.left() == LARGEST);
        assertAnswer(caller.post(BATCH, "x".repeat(LARGEST)), Status.OK, "{}");
    }

    @Test
    void whoAnnouncesMuchAndSendsLittleTakesNothing() throws IOException {
        try (Socket _ = batch(FREE)) {
            assertAnswer(caller.post(BATCH, "x".repeat(LARGEST)), Status.OK, "{}");
        }
    }

    @Test
    void bodiesOfTheUsualSizeCountTogetherAndASmallOneStillPasses() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < LARGEST / (USUAL - FREE); i++) {
            slow.add(begun("/v1/auth/login", USUAL, USUAL - 1));
        }
        await().until(() -> largeBodies.left() < USUAL - FREE);

        // No more than is read: what is not would reset the connection before the answer is.
        int tooMuch = FREE + (int) largeBodies.left() + 1;
        assertThat(answerTo(begun("/v1/auth/login", USUAL, tooMuch))).startsWith("HTTP/1.1 503 ");
        assertAnswer(caller.post("/v1/auth/login", "x".repeat(FREE)), Status.OK, "{}");

        for (Socket one : slow) {
            one.close();
        }
    }

    @Test
    void connectionsBeyondTheirBoundAreClosedAndOthersStay() throws IOException {
        List<Socket> connections = new ArrayList<>();
        boolean letIn;
        do {
            connections.add(new Socket(InetAddress.ofLiteral("127.0.0.1"), port));
            letIn = isLetIn(connections.getLast());
        } while (letIn && connections.size() <= 60);

        assertThat(letIn).isFalse();
        Socket first = connections.getFirst();
        ask(first, "Connection: close\r\n");
        assertThat(answerTo(first)).contains("HTTP/1.1 ");
        for (Socket one : connections) {
            one.close();
        }
        await().ignoreExceptions()
                .untilAsserted(() -> assertAnswer(caller.post("/v1/auth/login", "{}"), Status.OK, "{}"));
    }

    /** Whether its request is answered: connections that come at once are let in in any order. */
    private static boolean isLetIn(Socket connection) throws IOException {
        try {
            ask(connection, "");
            return connection.getInputStream().read() == 'H';
        } catch (SocketException _) { // Closed before the request was read.
            return false;
        }
    }

    private static void ask(Socket connection, String header) throws IOException {
        String request = "GET /v1/auth/me HTTP/1.1\r\nHost: a\r\n" + header + "\r\n";
        connection.getOutputStream().write(request.getBytes(UTF_8));
    }

    @Test
    void whatACallerHasTakenIsGivenBackWhenItLeaves() throws IOException {
        try (Socket leaving = batch(LARGEST / 2)) {
            await().until(() -> largeBodies.left() < LARGEST);
            leaving.setSoLinger(true, 0);
        }

        await().until(() -> largeBodies.left() == LARGEST);
    }

    /** Begins a batch of the largest size, and sends so much of it. */
    private Socket batch(int bytes) throws IOException {
        return begun(BATCH, LARGEST, bytes);
    }

    private Socket begun(String path, int length, int bytes) throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        String header = "POST " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " + length;
        socket.getOutputStream().write((header + "\r\n\r\n" + "x".repeat(bytes)).getBytes(UTF_8));
        return socket;
    }

    private static String answerTo(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
}
