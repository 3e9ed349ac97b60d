package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Calls.anyCall;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
import static io.authsvcs.gateway.Enveloped.enveloped;
import static io.authsvcs.gateway.Enveloped.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.limits.TestTime;
import io.authsvcs.gateway.upstream.TestCluster;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A gateway with two contracts off, and two limited. */
@GatewayTest
@Import(TestTime.Standing.class)
@TestPropertySource(
        properties = {
            "gateway.contracts.enabled=altegio,slide",
            "gateway.contracts.altegio.per-second=2",
            "gateway.contracts.altegio.per-minute=200",
            "gateway.contracts.slide.per-minute=3",
            "gateway.contracts.edumaps.per-minute=1"
        })
class ContractsInForceTest {
    private static final String BODY = "{\"success\":true}";
    private static final String TOO_MANY = TestContract.ALTEGIO.error(429, "Too many requests.");

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;
    private final TestTime time;

    @Autowired
    ContractsInForceTest(Caller caller, TestCluster cluster, TestTime time) {
        this.caller = caller;
        this.cluster = cluster;
        this.time = time;
    }

    @BeforeEach
    void start() {
        instance.start();
        instance.stubFor(any(anyUrl()).willReturn(okJson(BODY)));
        cluster.up("in-force", instance.port());
        time.pass(Duration.ofMinutes(1));
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @Test
    void whoAsksTooOftenIsToldSoInTheFormatOfTheContract() {
        asks(2);

        HttpResponse<String> response = caller.send(login().header("Accept", "application/vnd.api.v2+json"));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).isEqualTo(TOO_MANY);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/vnd.api.v2+json");
        instance.verify(2, anyCall());
    }

    @Test
    void withTheEnvelopeAskedForItIsItsResult() {
        asks(2);

        HttpResponse<String> response = caller.send(login().header("X-Envelope", "1"));

        assertThat(response.body()).isEqualTo(enveloped(Status.TOO_MANY_REQUESTS, TOO_MANY));
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void aLargeBodyIsNotEvenLookedAt() {
        asks(2);

        assertThat(caller.send(login("x".repeat(65_537))).statusCode()).isEqualTo(429);
    }

    @Test
    void whoHasWaitedIsServed() {
        asks(3);
        time.pass(Duration.ofSeconds(1));

        assertThat(caller.send(login()).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyTheRoutesOfTheContractCount() {
        asks(3);

        assertThat(caller.post("/auth/login/", "{}").statusCode()).isEqualTo(200);
        assertThat(caller.post("/v1/auth/login", "{}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/login", "/auth/login/"})
    void aSlashMoreOrLessAvoidsNoLimit(String last) {
        caller.post("/auth/login", "{}");
        caller.post("/auth/login/", "{}");
        assertThat(caller.post("/auth/login", "{}").statusCode()).isEqualTo(200);

        HttpResponse<String> response = caller.post(last, "{}");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).isEqualTo(TestContract.SLIDE.error(429, "Too many requests."));
        instance.verify(3, anyCall());
    }

    @Test
    void theLoginOfAContractThatIsOffIsItsNeighboursWhoseProxyDropsSlashes() {
        assertThat(caller.post("/auth/login", "{}").body()).isEqualTo(BODY);

        HttpResponse<String> response = caller.get("/auth/login");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.body()).isEqualTo(TestContract.SLIDE.error(405, "Unsupported method"));
    }

    @Test
    void whoeverATrustedProxySpeaksForIsCountedAlone() {
        asks(3);

        assertThat(through("192.0.2.9")).startsWith("HTTP/1.1 200 ");
        assertThat(through("192.0.2.9")).startsWith("HTTP/1.1 200 ");
        assertThat(through("192.0.2.9")).startsWith("HTTP/1.1 429 ");
        assertThat(through("192.0.2.10")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/local", "/auth/token/", "/api/authorization", "/api/authorization/login"})
    void aContractThatIsOffIsUnknown(String path) {
        assertAnswer(caller.post(path, "{}"), Status.NOT_FOUND, reason("Unknown resource"));
        assertAnswer(caller.get(path), Status.NOT_FOUND, reason("Unknown resource"));
    }

    private void asks(int times) {
        for (int i = 0; i < times; i++) {
            caller.send(login());
        }
    }

    private String through(String client) {
        return caller.linesFrom(
                "127.0.0.2", "POST /auth HTTP/1.1", "Host: a", "X-Forwarded-For: " + client, "Connection: close");
    }

    private HttpRequest.Builder login() {
        return login("{}");
    }

    private HttpRequest.Builder login(String body) {
        return caller.to("/auth").POST(BodyPublishers.ofString(body));
    }
}
