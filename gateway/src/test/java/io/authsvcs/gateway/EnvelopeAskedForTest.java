package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Calls.anyCall;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.upstream.TestCluster;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** With {@code X-Envelope: 1} a body that leaves bare elsewhere is the result of the envelope. */
@GatewayTest
class EnvelopeAskedForTest {
    private static final String KEYS = "{\"keys\":[]}";

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    EnvelopeAskedForTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        instance.start();
        cluster.up("enveloped", instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @Test
    void aRawBodyIsTheResult() {
        answers(keys());

        HttpResponse<String> response = caller.send(jwks());

        assertAnswer(response, Status.OK, KEYS);
        assertThat(response.headers().map()).doesNotContainKeys("etag", "last-modified");
    }

    @Test
    void anEnvelopeIsNeverAnsweredWithNothingChanged() {
        answers(keys());

        caller.send(jwks().header("If-None-Match", "\"7\""));

        instance.verify(1, anyCall().withoutHeader("If-None-Match"));
    }

    @Test
    void cachesAreToldThatTheHeaderMatters() {
        answers(keys());

        assertThat(caller.get("/.well-known/jwks.json").headers().allValues("Vary"))
                .containsExactly("X-Envelope");
    }

    @Test
    void anythingButOneAsksForNothing() {
        answers(keys());

        HttpResponse<String> response =
                caller.send(caller.to("/.well-known/jwks.json").header("X-Envelope", "0"));

        assertThat(response.body()).isEqualTo(KEYS);
    }

    @Test
    void anOAuthAnswerIsTheResult() {
        answers(json(400, "{\"error\":\"invalid_request\"}"));

        assertAnswer(caller.send(introspect()), Status.BAD_REQUEST, "{\"error\":\"invalid_request\"}");
    }

    @Test
    void anOAuthErrorOfTheGatewayIsTheResult() {
        cluster.clear();

        assertAnswer(
                caller.send(introspect()),
                Status.SERVICE_UNAVAILABLE,
                "{\"error\":\"temporarily_unavailable\",\"error_description\":\"Unavailable auth-svcs instances\"}");
    }

    private HttpRequest.Builder jwks() {
        return caller.to("/.well-known/jwks.json").header("X-Envelope", "1");
    }

    private HttpRequest.Builder introspect() {
        return caller.to("/oauth2/introspect").header("X-Envelope", "1").POST(BodyPublishers.ofString("token=a"));
    }

    private void answers(ResponseDefinitionBuilder response) {
        instance.stubFor(any(anyUrl()).willReturn(response));
    }

    private static ResponseDefinitionBuilder keys() {
        return json(200, KEYS)
                .withHeader("Content-Type", "application/jwk-set+json")
                .withHeader("ETag", "\"7\"")
                .withHeader("Last-Modified", "Sun, 22 Nov 2026 08:00:00 GMT")
                .withHeader("Cache-Control", "public, max-age=300");
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
