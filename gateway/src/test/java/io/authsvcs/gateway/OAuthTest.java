package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.authsvcs.gateway.upstream.TestCluster;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What OAuth clients read (RFC 6749 §5.2, RFC 7009, RFC 7662), whoever answers. */
@GatewayTest
class OAuthTest {
    private static final String ACTIVE = "{\"active\":true,\"scope\":\"user\"}";

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    OAuthTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        instance.start();
        cluster.up("oauth", instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @Test
    void anAnswerPassesAsItIs() {
        answers(okJson(ACTIVE));

        HttpResponse<String> response = introspect("token=a.b.c");

        assertBare(response, 200, ACTIVE);
        instance.verify(postRequestedFor(anyUrl())
                .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                .withRequestBody(equalTo("token=a.b.c")));
    }

    @Test
    void anErrorOfTheInstancePassesWithItsChallenge() {
        answers(json(401, "{\"error\":\"invalid_client\"}").withHeader("WWW-Authenticate", "Basic realm=\"auth\""));

        HttpResponse<String> response = introspect("token=a.b.c");

        assertBare(response, 401, "{\"error\":\"invalid_client\"}");
        assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("Basic realm=\"auth\"");
    }

    @Test
    void anEmptySuccessStaysEmpty() {
        answers(aResponse().withStatus(200));

        HttpResponse<String> response =
                caller.send(caller.to("/oauth2/revoke").POST(BodyPublishers.ofString("token=a")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void noInstanceIsTemporary() {
        cluster.clear();

        HttpResponse<String> response = introspect("token=a");

        assertEnd(response, 503, "temporarily_unavailable", "Unavailable auth-svcs instances");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Oops</html>", "[]", ""})
    void whatIsNoObjectIsAnErrorOfTheServer(String body) {
        answers(json(500, body));

        assertEnd(introspect("token=a"), 502, "server_error", "An instance of auth-svcs gave an invalid answer");
    }

    @Test
    void aLateAnswerIsAnErrorOfTheServer() {
        answers(okJson(ACTIVE).withFixedDelay(5_000));

        assertEnd(introspect("token=a"), 504, "server_error", "An instance of auth-svcs didn't answer in time");
    }

    @Test
    void aLargeBodyIsAnInvalidRequest() {
        assertEnd(introspect("x".repeat(65_537)), 413, "invalid_request", "Request body is too large");
    }

    @Test
    void aWrongMethodIsAnInvalidRequest() {
        HttpResponse<String> response = caller.get("/oauth2/revoke");

        assertEnd(response, 405, "invalid_request", "Unsupported method");
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void anotherTypeOfBodyIsTheInstancesToRefuse() {
        answers(json(415, "{\"error\":\"invalid_request\"}"));

        assertBare(introspect("{}"), 415, "{\"error\":\"invalid_request\"}");
    }

    private void answers(ResponseDefinitionBuilder response) {
        instance.stubFor(any(anyUrl()).willReturn(response));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private HttpResponse<String> introspect(String form) {
        return caller.send(caller.to("/oauth2/introspect")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static void assertEnd(HttpResponse<String> response, int status, String error, String description) {
        assertBare(response, status, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
    }

    private static void assertBare(HttpResponse<String> response, int status, String body) {
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(body.length());
    }
}
