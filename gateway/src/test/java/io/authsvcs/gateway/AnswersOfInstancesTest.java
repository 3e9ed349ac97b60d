package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
import static io.authsvcs.gateway.Enveloped.enveloped;
import static io.authsvcs.gateway.Enveloped.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.upstream.TestCluster;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class AnswersOfInstancesTest {
    private static final String VALID = "{\"isValid\":true}";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String INVALID = reason("An instance of auth-svcs gave an invalid answer");
    private static final String UNAVAILABLE = reason("An instance of auth-svcs is unavailable");

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    AnswersOfInstancesTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void register() {
        instance.start();
        cluster.up("answers-" + NUMBER.incrementAndGet(), instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @Test
    void aResultIsPutInTheEnvelope() {
        answers(okJson(VALID));

        assertAnswer(caller.get("/v1/auth/validate"), Status.OK, VALID);
    }

    @Test
    void anErrorKeepsItsStatusAndReason() {
        answers(json(409, reason("Email already exists")));

        assertAnswer(caller.post("/v1/auth/register", "{}"), Status.CONFLICT, reason("Email already exists"));
    }

    @Test
    void anEmptyBodyIsAnEmptyResult() {
        answers(aResponse().withStatus(200));

        assertAnswer(caller.post("/v1/auth/logout", ""), Status.OK, "{}");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 500, 503})
    void anErrorWithoutABodyIsInvalid(int status) {
        answers(aResponse().withStatus(status));

        assertAnswer(caller.post("/v1/auth/logout", ""), Status.BAD_GATEWAY, INVALID);
        assertAnswer(caller.get("/.well-known/jwks.json"), Status.BAD_GATEWAY, INVALID);
    }

    @Test
    void anErrorIsAnErrorForHeadAsWell() {
        answers(json(401, reason("Missing token")));

        HttpResponse<String> head = caller.send(caller.to("/v1/auth/validate").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(401);
    }

    @Test
    void aLargeResultComesWhole() {
        String large = "{\"roles\":\"" + "x".repeat(900_000) + "\"}";
        answers(okJson(large));

        assertAnswer(caller.get("/v1/auth/me"), Status.OK, large);
    }

    @Test
    void aResultOverTheLimitIsInvalid() {
        answers(okJson("{\"roles\":\"" + "x".repeat(1_100_000) + "\"}"));

        assertAnswer(caller.get("/v1/auth/me"), Status.BAD_GATEWAY, INVALID);
    }

    @Test
    void headHasTheHeaderOfGetWithoutItsBody() {
        answers(okJson(VALID));

        HttpResponse<String> head = caller.send(caller.to("/v1/auth/validate").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length"))
                .hasValue(enveloped(Status.OK, VALID).length());
    }

    @Test
    void anHtmlPageIsInvalid() {
        answers(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Welcome</html>"));

        assertAnswer(caller.get("/v1/auth/validate"), Status.BAD_GATEWAY, INVALID);
    }

    @Test
    void anHtmlErrorPageIsInvalid() {
        answers(aResponse()
                .withStatus(500)
                .withHeader("Content-Type", "text/html")
                .withBody("<h1>Oops</h1>"));

        assertAnswer(caller.get("/v1/auth/validate"), Status.BAD_GATEWAY, INVALID);
    }

    @Test
    void anErrorOfTheInstanceInJsonIsItsOwn() {
        answers(json(500, "{\"error\":\"Something broke request 42\"}"));

        assertAnswer(
                caller.get("/v1/auth/validate"),
                Status.INTERNAL_SERVER_ERROR,
                "{\"error\":\"Something broke request 42\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "\"text\"", "{\"cut\":", "null", "{", "}"})
    void whatIsNoObjectIsInvalid(String body) {
        answers(okJson(body));

        assertAnswer(caller.get("/v1/auth/validate"), Status.BAD_GATEWAY, INVALID);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 418, 599})
    void aStatusThatNobodyKnowsIsInvalid(int status) {
        answers(json(status, status == 204 ? "" : VALID));

        assertAnswer(caller.get("/v1/auth/validate"), Status.BAD_GATEWAY, INVALID);
    }

    @Test
    void aResultCutOffIsInvalid() throws IOException {
        String cut = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n" + VALID;
        try (StubbornInstance stubborn = StubbornInstance.answering(cut)) {
            cluster.clear();
            cluster.up("cut", stubborn.port());

            assertAnswer(caller.post("/v1/auth/login", "{}"), Status.BAD_GATEWAY, INVALID);
        }
    }

    @Test
    void aResultLongerThanAnnouncedIsInvalid() {
        answers(okJson(VALID).withHeader("Content-Length", "5"));

        assertAnswer(caller.get("/v1/auth/validate"), Status.BAD_GATEWAY, INVALID);
    }

    @Test
    void garbageIsNoAnswer() {
        answers(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));

        // Bytes without the end of a line have not become an answer when the connection closes.
        assertThat(caller.post("/v1/auth/login", "{}").statusCode()).isIn(502, 503);
    }

    @Test
    void linesOfGarbageAreInvalid() throws IOException {
        try (StubbornInstance stubborn = StubbornInstance.answering("220 smtp.example.org ready\r\n\r\n")) {
            cluster.clear();
            cluster.up("garbage", stubborn.port());

            assertAnswer(caller.post("/v1/auth/login", "{}"), Status.BAD_GATEWAY, INVALID);
        }
    }

    @Test
    void aMalformedChunkIsInvalid() {
        answers(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        assertAnswer(caller.post("/v1/auth/login", "{}"), Status.BAD_GATEWAY, INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void aConnectionLostBeforeTheAnswerIsAnUnavailableInstance(Fault fault) {
        answers(aResponse().withFault(fault));

        assertAnswer(caller.post("/v1/auth/login", "{}"), Status.SERVICE_UNAVAILABLE, UNAVAILABLE);
        assertAnswer(caller.get("/v1/auth/validate"), Status.SERVICE_UNAVAILABLE, UNAVAILABLE);
    }

    @Test
    void anAnswerThatDoesNotBeginIsLate() {
        answers(okJson(VALID).withFixedDelay(5_000));

        assertAnswer(
                caller.get("/v1/auth/validate"),
                Status.GATEWAY_TIMEOUT,
                reason("An instance of auth-svcs didn't answer in time"));
    }

    @Test
    void anAnswerThatDoesNotEndIsLate() {
        answers(okJson(VALID).withChunkedDribbleDelay(10, 10_000));

        assertAnswer(
                caller.get("/v1/auth/validate"),
                Status.GATEWAY_TIMEOUT,
                reason("An instance of auth-svcs didn't answer in time"));
    }

    @Test
    void aChallengeIsKept() {
        answers(json(401, reason("Missing token")).withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\""));

        assertThat(caller.get("/v1/auth/me").headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer error=\"invalid_token\"");
    }

    @Test
    void aChallengeIsAddedWhereThereIsNone() {
        answers(json(401, reason("Missing token")));

        HttpResponse<String> response = caller.get("/v1/auth/me");

        assertAnswer(response, Status.UNAUTHORIZED, reason("Missing token"));
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void anUnavailabilityOfTheInstanceKeepsItsRetryAfter() {
        answers(json(503, reason("Database unavailable")).withHeader("Retry-After", "7"));

        HttpResponse<String> response = caller.get("/v1/auth/me");

        assertAnswer(response, Status.SERVICE_UNAVAILABLE, reason("Database unavailable"));
        assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
    }

    @Test
    void headersOfTheInsideStayInside() {
        answers(okJson(VALID)
                .withHeader("Server", "secret")
                .withHeader("X-Auth-User-Id", "7")
                .withHeader("X-Powered-By", "secret")
                .withHeader("Cache-Control", "public"));

        HttpResponse<String> response = caller.get("/v1/auth/validate");

        assertAnswer(response, Status.OK, VALID);
        assertThat(response.headers().map()).doesNotContainKeys("server", "x-auth-user-id", "x-powered-by");
    }

    @Test
    void aRawRoutePassesSuccessAsItIs() {
        answers(aResponse()
                .withHeader("Content-Type", "application/jwk-set+json")
                .withHeader("ETag", "\"7\"")
                .withHeader("Cache-Control", "public, max-age=300")
                .withBody("{\"keys\":[]}"));

        HttpResponse<String> response = caller.get("/.well-known/jwks.json");

        assertThat(response.body()).isEqualTo("{\"keys\":[]}");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/jwk-set+json");
        assertThat(response.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("public, max-age=300");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void aRawRouteMayAnswerThatNothingChanged() {
        answers(aResponse().withStatus(304).withHeader("ETag", "\"7\""));

        HttpResponse<String> response =
                caller.send(caller.to("/.well-known/jwks.json").header("If-None-Match", "\"7\""));

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.headers().firstValue("ETag")).hasValue("\"7\"");
    }

    @Test
    void anErrorOnARawRouteIsInTheEnvelope() {
        answers(json(503, reason("Database unavailable")));

        assertAnswer(caller.get("/.well-known/jwks.json"), Status.SERVICE_UNAVAILABLE, reason("Database unavailable"));
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
}
