package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
import static io.authsvcs.gateway.Enveloped.reason;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.upstream.TestCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What operators see of the gateway, and may do. */
@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class OperatorsTest {
    private static final String SUBJECT = "0198c3b0-0000-7000-8000-000000000001";
    private static final String VERIFY = "/v1/auth/verify";
    private static final String ROUTES = "/v1/router/list/routes";
    private static final String NODES = "/v1/router/list/nodes";
    private static final String DRAIN = "/v1/router/nodes/auth-1/drain";
    private static final String UNDRAIN = "/v1/router/nodes/auth-1/undrain";
    private static final String ROTATION = "rotation";
    private static final String CREDENTIALS = "Basic YXV0aC1zdmNzOm9mLWEtdGVzdA==";

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final int port;
    private final TestCluster cluster;

    @Autowired
    OperatorsTest(Caller caller, @Value("${local.server.port}") int port, TestCluster cluster) {
        this.caller = caller;
        this.port = port;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        instance.start();
        verifies("user,operator");
        cluster.up("auth-1", instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "admin", "user,operator", "admin,user"})
    void operatorsAndAdministratorsAreLetIn(String roles) {
        verifies(roles);

        assertThat(asOperator("GET", NODES).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "", "operators", "administrator,user", "Operator", "user;admin"})
    void whoeverElseHasATokenMayNot(String roles) {
        verifies(roles);

        for (String path : new String[] {NODES, ROUTES, "/v1/router/list/services"}) {
            assertAnswer(asOperator("GET", path), Status.FORBIDDEN, reason("The role operator or admin is required"));
        }
        assertAnswer(asOperator("POST", DRAIN), Status.FORBIDDEN, reason("The role operator or admin is required"));
        instance.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void anAnswerWithoutRolesLetsNobodyIn() {
        instance.stubFor(get(VERIFY).willReturn(okJson("{}").withHeader("X-Auth-User-Id", SUBJECT)));

        assertThat(asOperator("GET", NODES).statusCode()).isEqualTo(403);
    }

    @Test
    void whoSendsRolesThemselvesIsNotBelieved() {
        verifies("user");

        HttpResponse<String> answer =
                caller.send(caller.to(NODES).header("Authorization", "Bearer t").header("X-Auth-Roles", "admin"));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void withoutAGoodTokenTheInstancesAnswerIsTheAnswer() {
        instance.stubFor(get(VERIFY)
                .willReturn(json(401, reason("jwt expired"))
                        .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")));

        HttpResponse<String> answer = asOperator("GET", NODES);

        assertAnswer(answer, Status.UNAUTHORIZED, reason("jwt expired"));
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @CsvSource({"400, BAD_REQUEST", "429, TOO_MANY_REQUESTS", "409, CONFLICT"})
    void whateverElseTheInstanceSaysIsTheAnswer(int status, Status expected) {
        instance.stubFor(get(VERIFY).willReturn(json(status, reason("As it is"))));

        assertAnswer(asOperator("GET", NODES), expected, reason("As it is"));
    }

    @Test
    void withoutAnInstanceItIsUnavailableAsEverywhere() {
        cluster.clear();

        assertAnswer(asOperator("GET", NODES), Status.SERVICE_UNAVAILABLE, reason("Unavailable auth-svcs instances"));
    }

    @Test
    void anotherInstanceIsAskedWhereTheFirstFails() {
        WireMockServer losing = new WireMockServer(options().dynamicPort());
        losing.start();
        losing.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        losing.stubFor(get("/internal/instance").willReturn(okJson("{\"state\":\"UP\"}")));
        cluster.up("losing", losing.port());

        IntStream.range(0, 20)
                .forEach(i -> assertThat(asOperator("GET", NODES).statusCode()).isEqualTo(200));

        losing.verify(moreThanOrExactly(1), getRequestedFor(urlEqualTo(VERIFY)));
        await().untilAsserted(() ->
                assertThat(asOperator("GET", "/v1/router/stats").body()).containsPattern("\"retries\":[1-9]"));
        losing.stop();
    }

    @Test
    void theInstanceIsAskedWhoItIsAndLearnsNothingElse() {
        caller.send(caller.to("/v1/router/stats?last=5")
                .header("Authorization", "Bearer t")
                .header("Cookie", "auth_session=c")
                .header("X-Request-Id", "of-mine")
                .header("X-Other", "o"));
        caller.send(caller.to(DRAIN)
                .header("Authorization", "Bearer t")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofString("{\"a\":1}")));

        instance.verify(
                1,
                getRequestedFor(urlEqualTo(VERIFY))
                        .withHeader("Authorization", equalTo("Bearer t"))
                        .withHeader("X-Request-Id", equalTo("of-mine"))
                        .withoutHeader("Cookie")
                        .withoutHeader("X-Other"));
        instance.verify(
                2,
                getRequestedFor(urlEqualTo(VERIFY))
                        .withHeader("Authorization", equalTo("Bearer t"))
                        .withRequestBody(absent())
                        .withoutHeader("Content-Type")
                        .withoutHeader("Content-Length")
                        .withoutHeader("Idempotency-Key")
                        .withoutHeader("X-Auth-Idempotency-Key"));
    }

    @Test
    void headIsAnsweredLikeGetAndOtherMethodsAreNot() {
        HttpResponse<String> head = asOperator("HEAD", ROUTES);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(asOperator("GET", ROUTES).headers().firstValue("Content-Length"));

        HttpResponse<String> put = asOperator("PUT", NODES);
        assertAnswer(put, Status.METHOD_NOT_ALLOWED, reason("Unsupported method"));
        assertThat(put.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(asOperator("GET", DRAIN).headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void healthAndVersionAskNobody() {
        assertThat(caller.get("/v1/router/health").statusCode()).isEqualTo(200);
        assertThat(caller.get("/v1/router/version").statusCode()).isEqualTo(200);

        instance.verify(0, getRequestedFor(urlEqualTo(VERIFY)));
    }

    @Test
    void nodesAreTheInstancesWithWhatBecameOfTheirRequests() {
        cluster.starting("auth-2", 19);
        cluster.ended("auth-2", Duration.ofMillis(4), false);
        cluster.ended("auth-2", Duration.ofMillis(40), true);
        cluster.retried("auth-2");

        assertThat(asOperator("GET", NODES).body())
                .contains(
                        "{\"id\":\"auth-2\",\"address\":\"127.0.0.1:19\",\"version\":\"1.2.3\",\"state\":\"starting\","
                                + "\"since\":\"20")
                .contains("Z\",\"underWay\":0,\"requests\":2,\"errors\":1,\"retries\":1,"
                        + "\"latency\":{\"p50\":4.02,\"p90\":40.19,\"p99\":40.19,\"max\":40.19}}]}");
    }

    @Test
    void theServiceIsCountedByState() {
        cluster.up("auth-2", instance.port());
        cluster.starting("auth-3", 20);

        assertAnswer(
                asOperator("GET", "/v1/router/list/services"),
                Status.OK,
                "{\"services\":[{\"name\":\"auth-svcs\",\"instances\":3,\"up\":2,\"states\":{\"starting\":1,\"up\":2}}]}");
    }

    @Test
    void routesAreTheRowsOfTheTable() {
        assertThat(asOperator("GET", ROUTES).body())
                .contains("\"result\":{\"routes\":[{\"label\":\"register\",\"path\":\"/v1/auth/register\","
                        + "\"methods\":[\"POST\"],\"upstream\":\"auth-svcs\",\"contracts\":[],\"format\":\"envelope\","
                        + "\"effect\":\"repeatable\"}")
                .contains(
                        "{\"label\":\"validate\",\"path\":\"/v1/auth/validate\",\"methods\":[\"GET\",\"HEAD\","
                                + "\"POST\"],\"upstream\":\"auth-svcs\",\"contracts\":[],\"format\":\"envelope\",\"effect\":\"reads\"}")
                .contains("{\"label\":\"edumaps-login\",\"path\":\"/auth/login\",\"methods\":[\"POST\"],"
                        + "\"upstream\":\"auth-svcs\",\"contracts\":[\"edumaps\",\"slide\"],\"format\":\"edumaps\"")
                .contains("{\"label\":\"altegio-login\",\"path\":\"/auth[/]\"")
                .contains("{\"label\":\"drain-node\",\"path\":\"/v1/router/nodes/{id}/drain\",\"methods\":[\"POST\"],"
                        + "\"upstream\":\"gateway-for-operators\"");
    }

    @Test
    void statisticsCountWhatWasAsked() {
        caller.get("/nothing/here");

        await().untilAsserted(() -> assertThat(
                        asOperator("GET", "/v1/router/stats?last=60").body())
                .matches(".*\"result\":\\{\"since\":\"20[0-9T:-]+Z\",\"requests\":[1-9][0-9]*,\"errors\":[0-9]+,"
                        + "\"refusals\":[0-9]+,\"latency\":\\{\"p50\":[0-9.]+,\"p90\":[0-9.]+,\"p99\":[0-9.]+,"
                        + "\"max\":[0-9.]+},\"seconds\":\\[\\{\"at\":\"20[0-9T:-]+Z\",\"requests\":[0-9]+,"
                        + "\"errors\":[0-9]+,\"refused\":[0-9]+,\"retries\":[0-9]+,\"p50\":[0-9.]+,"
                        + "\"p99\":[0-9.]+,\"max\":[0-9.]+}.*]}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "601", "-1", "1.5", "", "a", "99999999999", "5&last=6"})
    void ofOtherThanOneSecondToTenMinutesThereAreNoStatistics(String last) {
        assertAnswer(
                asOperator("GET", "/v1/router/stats?last=" + last),
                Status.BAD_REQUEST,
                "{\"reason\":\"Invalid request\",\"errors\":[{\"field\":\"last\","
                        + "\"reason\":\"Must be a whole number from 1 to 600\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?last=1", "?last=600", "?other=0"})
    void ofOneSecondToTenMinutesThereAre(String query) {
        assertThat(asOperator("GET", "/v1/router/stats" + query).statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsDrainedGetsNothingFromTheAnswerOn(CapturedOutput output) {
        obeys("drain", "DRAINING");

        assertAnswer(asOperator("POST", DRAIN), Status.OK, "{\"id\":\"auth-1\",\"state\":\"draining\"}");

        instance.verify(
                1,
                postRequestedFor(urlEqualTo("/internal/instance/drain"))
                        .withHeader("Authorization", equalTo(CREDENTIALS)));
        assertThat(caller.get("/v1/auth/validate").statusCode()).isEqualTo(503);
        instance.verify(0, anyRequestedFor(urlEqualTo("/v1/auth/validate")));
        assertThat(output).contains("action=drain instance=auth-1 by=" + SUBJECT + " request=");
    }

    @Test
    void whoIsUndrainedGetsRequestsFromTheAnswerOn(CapturedOutput output) {
        WireMockServer other = new WireMockServer(options().dynamicPort());
        other.start();
        other.stubFor(any(anyUrl()).willReturn(verified("admin")));
        cluster.up("auth-2", other.port());
        obeys("drain", "DRAINING");
        obeys("undrain", "UP");
        asOperator("POST", DRAIN);
        asOperator("POST", DRAIN);
        assertThat(asOperator("GET", NODES).body()).contains("\"state\":\"draining\"");

        assertAnswer(asOperator("POST", UNDRAIN), Status.OK, "{\"id\":\"auth-1\",\"state\":\"up\"}");
        assertAnswer(asOperator("POST", UNDRAIN), Status.OK, "{\"id\":\"auth-1\",\"state\":\"up\"}");

        assertThat(asOperator("GET", NODES).body()).doesNotContain("\"state\":\"draining\"");
        assertThat(output).contains("action=undrain instance=auth-1 by=" + SUBJECT);
        other.stop();
    }

    @Test
    void aDrainWhoseCallerLeavesIsInTheLogToo(CapturedOutput output) throws IOException {
        instance.stubFor(post("/internal/instance/drain").willReturn(aResponse().withFixedDelay(10_000)));
        try (Socket leaving = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            leaving.getOutputStream()
                    .write(("POST " + DRAIN + " HTTP/1.1\r\nHost: a\r\nX-Request-Id: of-a-leaver\r\n"
                                    + "Authorization: Bearer t\r\n\r\n")
                            .getBytes(UTF_8));
            await().untilAsserted(() -> instance.verify(getRequestedFor(urlEqualTo(VERIFY))));
            await().untilAsserted(() -> assertThat(cluster.underWay()).isZero());
            leaving.setSoLinger(true, 0);
        }

        await().untilAsserted(() -> assertThat(output)
                .contains("action=drain instance=auth-1 by=" + SUBJECT + " request=of-a-leaver outcome=unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/router/nodes/auth-9/drain", "/v1/router/nodes/%20/undrain"})
    void nobodyDrainsAnInstanceThatIsNotThere(String path) {
        assertAnswer(asOperator("POST", path), Status.NOT_FOUND, reason("No such instance"));
    }

    @Test
    void anIdIsReadDecoded() {
        WireMockServer other = new WireMockServer(options().dynamicPort());
        other.start();
        other.stubFor(post(anyUrl()).willReturn(okJson("{\"id\":\"h:1\",\"state\":\"DRAINING\"}")));
        other.stubFor(get(anyUrl()).willReturn(verified("admin")));
        cluster.up("h:1", other.port());

        assertAnswer(
                asOperator("POST", "/v1/router/nodes/h%3A1/drain"),
                Status.OK,
                "{\"id\":\"h:1\",\"state\":\"draining\"}");
        other.stop();
    }

    @Test
    void oneThatDoesNotAnswerToADrainIsNamedAndStaysInRotation() {
        instance.stubFor(post("/internal/instance/drain").willReturn(aResponse().withFixedDelay(10_000)));

        assertAnswer(
                asOperator("POST", DRAIN),
                Status.BAD_GATEWAY,
                reason("auth-1 does not answer; see in its log whether it runs, and send this again"));
        assertThat(asOperator("GET", NODES).body()).contains("\"state\":\"up\"");
    }

    @Test
    void oneThatKnowsOtherCredentialsIsNamed() {
        instance.stubFor(post("/internal/instance/drain").willReturn(json(401, reason("Unauthorized"))));

        assertAnswer(
                asOperator("POST", DRAIN),
                Status.BAD_GATEWAY,
                reason("auth-1 refuses the registry's credentials of this gateway; start both with the same"
                        + " REGISTRY_USERNAME and REGISTRY_PASSWORD"));
    }

    @ParameterizedTest
    @CsvSource({"404, {}", "500, {}", "200, ''", "200, null", "200, []", "200, {\"state\":\"DREAMING\"}", "200, {"})
    void oneThatAnswersSomethingElseIsNamed(int status, String body) {
        instance.stubFor(post("/internal/instance/drain").willReturn(json(status, body)));

        assertAnswer(
                asOperator("POST", DRAIN),
                Status.BAD_GATEWAY,
                reason("auth-1 answers with status " + status
                        + " and not with its state; see its log, and whether its version is this gateway's"));
    }

    private HttpResponse<String> asOperator(String method, String path) {
        return caller.send(caller.to(path).header("Authorization", "Bearer t").method(method, BodyPublishers.noBody()));
    }

    private void verifies(String roles) {
        instance.stubFor(get(VERIFY).willReturn(verified(roles)));
    }

    /** And says the same to the probes that come from then on. */
    private void obeys(String wish, String state) {
        ResponseDefinitionBuilder self = okJson("{\"id\":\"auth-1\",\"state\":\"" + state + "\"}");
        instance.stubFor(post("/internal/instance/" + wish)
                .inScenario(ROTATION)
                .willSetStateTo(state)
                .willReturn(self));
        instance.stubFor(get("/internal/instance")
                .inScenario(ROTATION)
                .whenScenarioStateIs(state)
                .willReturn(self));
    }

    private static ResponseDefinitionBuilder verified(String roles) {
        return okJson("{}").withHeader("X-Auth-User-Id", SUBJECT).withHeader("X-Auth-Roles", roles);
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
