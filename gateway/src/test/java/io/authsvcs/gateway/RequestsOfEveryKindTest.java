package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
import static io.authsvcs.gateway.Enveloped.enveloped;
import static io.authsvcs.gateway.Enveloped.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.upstream.TestCluster;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every method, with a body and without, and the headers that callers and instances tell each other by. */
@GatewayTest
class RequestsOfEveryKindTest {
    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    RequestsOfEveryKindTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        instance.start();
        cluster.up("every-kind", instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /v1/auth/me",
        "PUT, /v1/auth/password",
        "DELETE, /v1/auth/sessions/7",
        "DELETE, /v1/auth/sessions?except=current"
    })
    void everyMethodMayHaveABodyAndNeedNot(String method, String path) {
        answers(okJson("{}"));

        assertAnswer(caller.send(caller.to(path).method(method, BodyPublishers.noBody())), Status.OK, "{}");
        assertAnswer(
                caller.send(caller.to(path).method(method, BodyPublishers.ofString("{\"a\":1}"))), Status.OK, "{}");

        instance.verify(1, requestedFor(method, urlEqualTo(path)).withRequestBody(equalTo("{\"a\":1}")));
        assertThat(Calls.at(instance).getLast().getBodyAsString()).isEmpty();
    }

    @Test
    void aBodyInChunksOfADeletionArrivesWhole() {
        answers(okJson("{}"));

        String answer = caller.lines(
                "DELETE /v1/auth/sessions HTTP/1.1",
                "Host: a",
                "Connection: close",
                "Transfer-Encoding: chunked",
                "",
                "2\r\n{}\r\n0");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        instance.verify(1, requestedFor("DELETE", anyUrl()).withRequestBody(equalTo("{}")));
    }

    @Test
    void linesOfJsonArriveAsTheyAre() {
        answers(okJson("{\"imported\":2}"));
        String lines = "{\"email\":\"a@example.com\"}\n{\"email\":\"b@example.com\"}\n";

        HttpResponse<String> response = caller.send(caller.to("/v1/admin/users/import")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));

        assertAnswer(response, Status.OK, "{\"imported\":2}");
        instance.verify(postRequestedFor(anyUrl())
                .withHeader("Content-Type", equalTo("application/x-ndjson"))
                .withRequestBody(equalTo(lines)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void aProxyLearnsFromHeadersWhoMayEnter(String method) {
        answers(verified());

        HttpResponse<String> response =
                caller.send(caller.to("/v1/auth/verify").method(method, BodyPublishers.noBody()));

        String whole = enveloped(Status.OK, "{\"isValid\":true}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Auth-User-Id")).hasValue("7");
        assertThat(response.headers().firstValue("X-Auth-Session-Id")).hasValue("8");
        assertThat(response.headers().firstValue("X-Auth-Roles")).hasValue("user,admin");
        assertThat(response.headers().map()).doesNotContainKey("x-auth-other");
        assertThat(response.headers().allValues("Content-Length")).containsExactly(String.valueOf(whole.length()));
        assertThat(response.body()).isEqualTo(method.equals("HEAD") ? "" : whole);
    }

    @Test
    void whoMayNotEnterIsChallenged() {
        answers(aResponse()
                .withStatus(401)
                .withHeader("Content-Type", "application/json")
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .withBody(reason("session revoked")));

        HttpResponse<String> response = caller.get("/v1/auth/verify");

        assertAnswer(response, Status.UNAUTHORIZED, reason("session revoked"));
        assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
    }

    @Test
    void cookiesPassBothWays() {
        answers(okJson("{}").withHeader("Set-Cookie", "auth_session=a; HttpOnly", "other=b"));

        HttpResponse<String> response = caller.send(
                caller.to("/v1/auth/logout").header("Cookie", "auth_session=c").POST(BodyPublishers.noBody()));

        assertThat(response.headers().allValues("Set-Cookie")).containsExactly("auth_session=a; HttpOnly", "other=b");
        instance.verify(postRequestedFor(anyUrl()).withHeader("Cookie", equalTo("auth_session=c")));
    }

    private void answers(ResponseDefinitionBuilder response) {
        instance.stubFor(any(anyUrl()).willReturn(response));
    }

    private static ResponseDefinitionBuilder verified() {
        return okJson("{\"isValid\":true}")
                .withHeader("X-Auth-User-Id", "7")
                .withHeader("X-Auth-Session-Id", "8")
                .withHeader("X-Auth-Roles", "user,admin")
                .withHeader("X-Auth-Other", "inside");
    }
}
