package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.gateway.upstream.TestCluster;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class WarmUpTest {
    private final WireMockServer instance = new WireMockServer(options().dynamicPort());

    @BeforeEach
    void start() {
        instance.start();
        instance.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @AfterEach
    void stop() {
        instance.stop();
    }

    @Test
    void aGatewayPractisesWithTheInstancesThatItRemembersAndCountsNoneOfIt(@TempDir Path folder, CapturedOutput output)
            throws IOException {
        Path memory = memoryIn(folder);

        try (ConfigurableApplicationContext gateway = start("--gateway.upstream.memory=" + memory)) {
            instance.verify(moreThanOrExactly(100), getRequestedFor(urlEqualTo("/v1/auth/validate")));
            instance.verify(moreThanOrExactly(100), postRequestedFor(urlEqualTo("/v1/auth/login")));
            assertThat(counted(gateway)).isEmpty();
            assertThat(output.toString().lines().filter(line -> line.contains("POST login")))
                    .isEmpty();

            new Caller(port(gateway)).post("/v1/auth/login", "{}");
            await().untilAsserted(() -> assertThat(counted(gateway)).containsExactly(1L));
        }
    }

    @Test
    void whoseInstanceHangsStartsInTime(@TempDir Path folder, CapturedOutput output) throws IOException {
        instance.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(60_000)));
        instance.stubFor(get("/internal/instance").willReturn(okJson("{\"state\":\"UP\"}")));
        Path memory = memoryIn(folder);

        try (ConfigurableApplicationContext gateway = start(
                "--gateway.upstream.memory=" + memory,
                "--gateway.startup.warm-up=2s",
                "--gateway.upstream.request-timeout=14s")) {
            assertThat(port(gateway)).isPositive();
        }

        assertThat(output.toString().lines().filter(line -> line.contains("Warmed up with 0 requests")))
                .hasSize(1);
    }

    private Path memoryIn(Path folder) throws IOException {
        return Files.writeString(folder.resolve("instances.json"), """
                [{"id":"auth-1","host":"127.0.0.1","port":%d,"version":"1","status":"UP"}]
                """.formatted(instance.port()));
    }

    @Test
    void withoutAnInstanceAGatewayStartsAllTheSame() {
        try (ConfigurableApplicationContext gateway = start("--gateway.startup.warm-up=1h")) {
            assertThat(new Caller(port(gateway)).get("/v1/auth/validate").statusCode())
                    .isEqualTo(503);
        }
    }

    private static Stream<Long> counted(ConfigurableApplicationContext gateway) {
        return gateway.getBean(MeterRegistry.class).find("auth.requests").timers().stream()
                .map(Timer::count);
    }

    private static ConfigurableApplicationContext start(String... settings) {
        String[] always = {
            "--server.port=0",
            "--management.server.port=0",
            "--eureka.client.enabled=false",
            "--gateway.registry.password=of-a-test",
            "--gateway.peers.key=0123456789abcdef0123456789abcdef",
            "--gateway.edge.leave-pause=0s"
        };
        return new SpringApplicationBuilder(GatewayApplication.class, OwnThreads.class, TestCluster.Discovery.class)
                .run(Stream.of(always, settings).flatMap(Stream::of).toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext gateway) {
        return gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
