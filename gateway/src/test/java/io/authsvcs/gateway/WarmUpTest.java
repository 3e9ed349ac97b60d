package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.gateway.upstream.TestCluster;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path memory = Files.writeString(folder.resolve("instances.json"), """
                [{"id":"auth-1","host":"127.0.0.1","port":%d,"version":"1","status":"UP"}]
                """.formatted(instance.port()));

        try (ConfigurableApplicationContext gateway = start("--gateway.upstream.memory=" + memory)) {
            instance.verify(moreThanOrExactly(100), getRequestedFor(urlEqualTo("/v1/auth/validate")));
            instance.verify(moreThanOrExactly(100), postRequestedFor(urlEqualTo("/v1/auth/login")));
            assertThat(gateway.getBean(MeterRegistry.class)
                            .find("auth.requests")
                            .timers())
                    .isEmpty();
            assertThat(output.toString().lines().filter(line -> line.contains("POST login")))
                    .isEmpty();

            new Caller(port(gateway)).post("/v1/auth/login", "{}");
            assertThat(gateway.getBean(MeterRegistry.class)
                            .get("auth.requests")
                            .timer()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void withoutAnInstanceAGatewayStartsAllTheSame() {
        try (ConfigurableApplicationContext gateway = start("--gateway.startup.warm-up=1h")) {
            assertThat(new Caller(port(gateway)).get("/v1/auth/validate").statusCode())
                    .isEqualTo(503);
        }
    }

    private static ConfigurableApplicationContext start(String setting) {
        return new SpringApplicationBuilder(GatewayApplication.class, TestCluster.Discovery.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--eureka.client.enabled=false",
                        "--gateway.registry.password=of-a-test",
                        "--gateway.edge.leave-pause=0s",
                        setting);
    }

    private static int port(ConfigurableApplicationContext gateway) {
        return gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
