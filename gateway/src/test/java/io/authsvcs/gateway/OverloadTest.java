package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
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
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
        properties = {
            "gateway.load.reads=3",
            "gateway.load.patience=0s",
            "gateway.edge.body-timeout=10s",
            "gateway.edge.connection-timeout=15s"
        })
class OverloadTest {
    private static final int MOST = 3;

    private final WireMockServer slow = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final int port;
    private final TestCluster cluster;

    @Autowired
    OverloadTest(Caller caller, @Value("${local.server.port}") int port, TestCluster cluster) {
        this.caller = caller;
        this.port = port;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        slow.start();
        slow.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(1_500)));
        cluster.up("slow", slow.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        slow.stop();
    }

    @Test
    void whatIsTooMuchIsRefusedAndWhatWasAcceptedIsAnswered() {
        List<CompletableFuture<HttpResponse<String>>> accepted = fill();

        HttpResponse<String> refused = caller.get("/v1/auth/validate");

        assertAnswer(refused, Status.SERVICE_UNAVAILABLE, reason("Too many requests are under way"));
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(accepted)
                .noneMatch(CompletableFuture::isDone)
                .allSatisfy(one -> assertAnswer(one.join(), Status.OK, "{}"));
    }

    @Test
    void whoIsRefusedMayAskAgainOnTheSameConnection() throws IOException {
        List<CompletableFuture<HttpResponse<String>>> accepted = fill();
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(20_000);
            for (int time = 0; time < 3; time++) {
                socket.getOutputStream().write("GET /v1/auth/validate HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
                assertThat(answer(socket)).startsWith("HTTP/1.1 503").endsWith("under way\"}}");
            }
        }
        accepted.forEach(CompletableFuture::join);
    }

    /** To the end of the sentence that it has. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("}}")) {
            answer.append((char) socket.getInputStream().read());
        }
        return answer.toString();
    }

    @Test
    void whoseTurnIsOverMakesRoom() {
        fill().forEach(CompletableFuture::join);

        assertThat(fill()).allSatisfy(one -> assertAnswer(one.join(), Status.OK, "{}"));
    }

    @Test
    void writesAndOperatorsAreNoneOfIt() {
        List<CompletableFuture<HttpResponse<String>>> accepted = fill();

        assertThat(caller.get("/v1/router/health").statusCode()).isEqualTo(200);
        assertAnswer(caller.post("/v1/auth/logout", ""), Status.OK, "{}");
        accepted.forEach(CompletableFuture::join);
    }

    @Test
    void callersWhoseBodyIsStillToComeTakeNobodysTurn() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            slow.add(askedForItsBody());
        }

        assertAnswer(caller.get("/v1/auth/validate"), Status.OK, "{}");

        for (Socket one : slow) {
            one.close();
        }
    }

    /** Is asked for it when every step before has let it pass. */
    private Socket askedForItsBody() throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.getOutputStream()
                .write("POST /v1/auth/validate HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"
                        .getBytes(UTF_8));
        assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 100");
        return socket;
    }

    private List<CompletableFuture<HttpResponse<String>>> fill() {
        List<CompletableFuture<HttpResponse<String>>> accepted = IntStream.range(0, MOST)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> caller.get("/v1/auth/validate"),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        await().until(() -> cluster.underWay() == MOST);
        return accepted;
    }
}
