package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.gateway.upstream.TestCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway that is stopped loses nobody's request. */
class LeaveTest {
    private static final String REQUEST = "GET /v1/auth/validate HTTP/1.1\r\nHost: a\r\n\r\n";

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final ConfigurableApplicationContext gateway = new SpringApplicationBuilder(
                    GatewayApplication.class, OwnThreads.class, TestCluster.Discovery.class)
            .run(
                    "--server.port=0",
                    "--management.server.port=0",
                    "--eureka.client.enabled=false",
                    "--gateway.registry.password=of-a-test",
                    "--gateway.peers.key=0123456789abcdef0123456789abcdef",
                    "--gateway.edge.leave-pause=1s",
                    "--gateway.startup.warm-up=0s");
    private final int port = gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    private final Caller caller = new Caller(port);

    @BeforeEach
    void start() {
        instance.start();
        instance.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        gateway.getBean(TestCluster.class).up("auth-1", instance.port());
    }

    @AfterEach
    void stop() {
        gateway.close();
        instance.stop();
    }

    @Test
    void itSaysSoServesOnAndClosesEachConnectionWithItsLastAnswer() throws IOException {
        try (Socket kept = connection()) {
            kept.getOutputStream().write(REQUEST.getBytes(UTF_8));
            assertThat(kept.getInputStream().read()).isEqualTo('H');

            CompletableFuture<Void> left = CompletableFuture.runAsync(gateway::close);
            await().until(() -> caller.get("/v1/router/health").statusCode() == 503);

            kept.getOutputStream().write(REQUEST.getBytes(UTF_8));
            assertThat(new String(kept.getInputStream().readAllBytes(), UTF_8))
                    .containsOnlyOnce("connection: close")
                    .containsSubsequence("200 OK", "200 OK");
            left.join();
        }
    }

    @Test
    void whatIsUnderWayIsAnswered() throws IOException {
        instance.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(2_000)));
        try (Socket underWay = connection()) {
            underWay.getOutputStream().write(REQUEST.getBytes(UTF_8));
            await().until(() -> gateway.getBean(TestCluster.class).underWay() == 1);

            gateway.close();

            assertThat(new String(underWay.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 200 OK");
        }
    }

    private Socket connection() throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setSoTimeout(20_000);
        return socket;
    }
}
