package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.gateway.upstream.TestCluster;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What operators see of requests, by contract. */
@GatewayTest
class RequestTimersTest {
    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final Caller operator;
    private final TestCluster cluster;
    private final MeterRegistry registry;

    @Autowired
    RequestTimersTest(
            Caller caller, @Value("${local.management.port}") int port, TestCluster cluster, MeterRegistry registry) {
        this.caller = caller;
        this.operator = new Caller(port);
        this.cluster = cluster;
        this.registry = registry;
    }

    @BeforeEach
    void start() {
        instance.start();
        instance.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        cluster.up("timed", instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "/auth, altegio, altegio-login, 200",
        "/auth/local/, edumaps, edumaps-local, 200",
        "/auth/login/, slide, slide-login, 200",
        "/api/authorization/signup, authorization, authorization-signup, 200",
        "/v1/auth/login, canonical, login, 200",
        "/user, slide, none, 405",
        "/v1/router/health, canonical, none, 405",
        "/nothing/here, none, none, 404"
    })
    void everyRequestIsCountedUnderItsContract(String path, String contract, String route, String outcome) {
        long before = count(contract, route, outcome);

        caller.post(path, "{}");

        // The answer is written before the request has ended.
        await().untilAsserted(() -> assertThat(count(contract, route, outcome)).isEqualTo(before + 1));
    }

    @Test
    void whatTheServerItselfRefusesIsCountedToo() {
        long before = count("none", "none", "400");

        caller.lines("GARBAGE");

        await().untilAsserted(() -> assertThat(count("none", "none", "400")).isEqualTo(before + 1));
    }

    @Test
    void operatorsReadThemOnTheManagementPort() {
        caller.post("/auth", "{}");

        await().untilAsserted(() -> assertThat(
                        operator.get("/actuator/metrics/auth.requests?tag=contract:altegio&tag=outcome:200")
                                .body())
                .contains("\"name\":\"auth.requests\"", "\"altegio-login\""));
    }

    private long count(String contract, String route, String outcome) {
        return Optional.ofNullable(registry.find("auth.requests")
                        .tags("contract", contract, "route", route, "outcome", outcome)
                        .timer())
                .map(Timer::count)
                .orElse(0L);
    }
}
