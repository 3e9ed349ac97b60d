package io.authsvcs.gateway;

import static io.authsvcs.gateway.Enveloped.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.Status;
import io.authsvcs.gateway.upstream.TestCluster;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@GatewayTest
class ManagementTest {
    // Of two digits at least: reactor-netty takes a shorter port for a part of the name.
    private static final int NOBODY_THERE = 19;
    private static final String DOWN = "{\"status\":\"DOWN\",\"instances\":0}";

    private final Caller caller;
    private final Caller operator;
    private final TestCluster cluster;

    @Autowired
    ManagementTest(Caller caller, @Value("${local.management.port}") int port, TestCluster cluster) {
        this.caller = caller;
        this.operator = new Caller(port);
        this.cluster = cluster;
    }

    @AfterEach
    void leave() {
        cluster.clear();
    }

    @Test
    void routerHealthCountsTheInstancesThatAreUp() throws IOException {
        assertAnswer(caller.get("/v1/router/health"), Status.SERVICE_UNAVAILABLE, DOWN);

        try (StubbornInstance somebody =
                StubbornInstance.answering("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")) {
            cluster.up("counted", somebody.port());
            cluster.starting("not-counted", somebody.port());

            assertAnswer(caller.get("/v1/router/health"), Status.OK, "{\"status\":\"UP\",\"instances\":1}");
        }
    }

    @Test
    void routerHealthIsDownWhenEverybodyRefuses() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            cluster.up("refusing", closed.getLocalPort());
        }
        caller.get("/v1/auth/validate");

        assertAnswer(caller.get("/v1/router/health"), Status.SERVICE_UNAVAILABLE, DOWN);
    }

    @Test
    void routerVersionIsTheOneThatWasBuilt() {
        assertThat(caller.get("/v1/router/version").body()).contains("\"result\":{\"version\":\"1.");
    }

    @Test
    void instancesAreShownAsThisGatewaySeesThem() {
        cluster.down("auth-1", NOBODY_THERE);

        assertThat(operator.get("/actuator/instances").body())
                .matches("\\{\"instances\":\\[\\{\"id\":\"auth-1\",\"address\":\"127.0.0.1:19\",\"version\":\"1.2.3\","
                        + "\"state\":\"draining\",\"since\":\"20[0-9T:.-]+Z\",\"underWay\":0,\"requests\":0,\"errors\":0,"
                        + "\"retries\":0}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/metrics"})
    void whatOrchestratorsAskIsAnsweredBare(String path) {
        HttpResponse<String> response = operator.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("statusCode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/gateway/routes",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/v1/auth/login",
                "/v1/router/health"
            })
    void nothingElseIsOnTheManagementPort(String path) {
        assertThat(operator.get(path).statusCode()).isEqualTo(404);
    }
}
