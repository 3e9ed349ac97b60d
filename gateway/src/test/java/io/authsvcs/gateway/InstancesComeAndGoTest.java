package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
import static io.authsvcs.gateway.Enveloped.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.upstream.Sighting;
import io.authsvcs.gateway.upstream.State;
import io.authsvcs.gateway.upstream.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class InstancesComeAndGoTest {
    private static final String VALID = "{\"isValid\":true}";
    private static final String NONE = reason("Unavailable auth-svcs instances");
    private static final String UNAVAILABLE = reason("An instance of auth-svcs is unavailable");

    private static final ResponseDefinitionBuilder STILL_STARTING =
            unavailable().withHeader("X-Auth-Not-Processed", "true");

    private final WireMockServer well = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    InstancesComeAndGoTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        well.start();
        well.stubFor(any(anyUrl()).willReturn(okJson(VALID)));
    }

    @AfterEach
    void leave() {
        cluster.clear();
        well.stop();
    }

    @Test
    void noneEverRegisteredIsUnavailable() {
        assertAnswer(caller.get("/v1/auth/validate"), Status.SERVICE_UNAVAILABLE, NONE);
        assertAnswer(caller.post("/v1/auth/login", "{}"), Status.SERVICE_UNAVAILABLE, NONE);
    }

    @Test
    void allWhoRefuseAreUnavailableAtOnce() {
        cluster.up("refusing-1", refusingPort());
        cluster.up("refusing-2", refusingPort());

        assertAnswer(caller.post("/v1/auth/login", "{}"), Status.SERVICE_UNAVAILABLE, NONE);
        assertAnswer(caller.post("/v1/auth/login", "{}"), Status.SERVICE_UNAVAILABLE, NONE);
        assertThat(states()).containsExactly(State.EJECTED, State.EJECTED);
    }

    @Test
    void aPostGoesWithItsWholeBodyToTheOneThatDoesNotRefuse() {
        cluster.up("refusing-1", refusingPort());
        cluster.up("refusing-2", refusingPort());
        cluster.up("well", well.port());
        String body = "{\"password\":\"" + "p".repeat(50_000) + "\"}";

        IntStream.range(0, 5).forEach(i -> assertAnswer(caller.post("/v1/auth/login", body), Status.OK, VALID));

        well.verify(5, postRequestedFor(anyUrl()).withRequestBody(equalTo(body)));
    }

    @Test
    void oneThatRefusedIsBackWhenItListensAgain() {
        cluster.up("coming-back", well.port());
        int port = well.port();
        well.stop();
        assertAnswer(caller.get("/v1/auth/validate"), Status.SERVICE_UNAVAILABLE, NONE);

        WireMockServer again = new WireMockServer(options().port(port));
        again.start();
        again.stubFor(any(anyUrl()).willReturn(okJson(VALID)));

        await().untilAsserted(() -> assertAnswer(caller.get("/v1/auth/validate"), Status.OK, VALID));
        again.stop();
    }

    @Test
    void aWriteGoesOnFromOneThatIsStillStarting() {
        WireMockServer restarted = instance(STILL_STARTING);
        sayUp(restarted);
        cluster.up("restarted", restarted.port());
        cluster.up("well", well.port());

        IntStream.range(0, 40).forEach(i -> assertAnswer(caller.post("/v1/auth/register", "{}"), Status.OK, VALID));

        assertThat(requestsAt(well)).isEqualTo(40);
        restarted.stop();
    }

    @Test
    void oneThatIsStillStartingIsOutUntilItIsReady() {
        WireMockServer restarted = instance(STILL_STARTING);
        cluster.up("restarted", restarted.port());
        cluster.up("well", well.port());
        IntStream.range(0, 40).forEach(i -> assertAnswer(caller.post("/v1/auth/register", "{}"), Status.OK, VALID));
        assertThat(states()).containsExactly(State.STARTING, State.UP);
        restarted.verify(0, postRequestedFor(anyUrl()));

        restarted.stubFor(any(anyUrl()).willReturn(okJson(VALID)));
        await().untilAsserted(() -> assertThat(states()).containsExactly(State.UP, State.UP));
        restarted.stop();
    }

    @Test
    void whileAllAreStillStartingNoneIsAvailable() {
        WireMockServer restarted = instance(STILL_STARTING);
        cluster.up("restarted", restarted.port());

        assertAnswer(caller.post("/v1/auth/register", "{}"), Status.SERVICE_UNAVAILABLE, NONE);
        assertAnswer(caller.get("/v1/auth/validate"), Status.SERVICE_UNAVAILABLE, NONE);
        restarted.stop();
    }

    @Test
    void anUnavailabilityThatMayHaveDoneSomethingIsTheAnswer() {
        WireMockServer failing = instance(unavailable());
        sayUp(failing);
        cluster.up("failing", failing.port());

        HttpResponse<String> answer = caller.post("/v1/auth/register", "{}");

        assertAnswer(answer, Status.SERVICE_UNAVAILABLE, reason("Unavailable"));
        assertThat(states()).containsExactly(State.UP);
        failing.stop();
    }

    @Test
    void oneThatIsStartingOrLeavingGetsNothing() {
        cluster.starting("starting", well.port());
        assertAnswer(caller.get("/v1/auth/validate"), Status.SERVICE_UNAVAILABLE, NONE);

        cluster.up("starting", well.port());
        assertAnswer(caller.get("/v1/auth/validate"), Status.OK, VALID);

        cluster.down("starting", well.port());
        assertAnswer(caller.get("/v1/auth/validate"), Status.SERVICE_UNAVAILABLE, NONE);
        well.verify(1, getRequestedFor(urlEqualTo("/v1/auth/validate")));
    }

    @Test
    void anInstanceIsBelievedBeforeTheRegistry() {
        cluster.up("drained", well.port());
        say(well, "drained", "DRAINING");
        cluster.lookTwice();

        assertThat(states()).containsExactly(State.DRAINING);
        assertAnswer(caller.get("/v1/auth/validate"), Status.SERVICE_UNAVAILABLE, NONE);

        say(well, "drained", "UP");
        cluster.lookTwice();
        assertAnswer(caller.get("/v1/auth/validate"), Status.OK, VALID);
    }

    @Test
    void whoListensWhereAnotherWasRegisteredGetsNothing() {
        say(well, "stranger", "UP");
        cluster.up("registered", well.port());
        cluster.lookTwice();

        assertAnswer(caller.get("/v1/auth/validate"), Status.SERVICE_UNAVAILABLE, NONE);
        well.verify(0, getRequestedFor(urlEqualTo("/v1/auth/validate")));
    }

    @Test
    void aReadIsAnsweredInTimeByAnotherWhenTheFirstHangs() {
        WireMockServer hanging = instance(okJson(VALID).withFixedDelay(2_900));
        cluster.up("hanging", hanging.port());
        cluster.up("well", well.port());

        IntStream.range(0, 20).forEach(i -> {
            assertAnswer(caller.get("/v1/auth/validate"), Status.OK, VALID);
            assertAnswer(caller.post("/v1/auth/login", "{}"), Status.OK, VALID);
        });

        assertThat(states()).containsExactly(State.EJECTED, State.UP);
        // While nothing had been seen of it, and never again.
        assertThat(requestsAt(hanging)).isLessThanOrEqualTo(2);
        hanging.stop();
    }

    @Test
    void whoIsSlowIsWaitedForWhenNobodyElseIsThere() {
        WireMockServer slow = instance(okJson(VALID).withFixedDelay(1_500));
        sayUp(slow);
        cluster.up("slow", slow.port());

        assertAnswer(caller.get("/v1/auth/validate"), Status.OK, VALID);

        assertThat(requestsAt(slow)).isEqualTo(1);
        slow.stop();
    }

    @Test
    void whoHangsIsOutBeforeAnyRequestHasSuffered() {
        WireMockServer hanging = instance(okJson(VALID).withFixedDelay(2_900));
        cluster.up("hanging", hanging.port());
        cluster.up("well", well.port());
        cluster.lookTwice();
        await().until(() -> states().equals(List.of(State.EJECTED, State.UP)));

        IntStream.range(0, 20).forEach(i -> assertAnswer(caller.get("/v1/auth/validate"), Status.OK, VALID));

        assertThat(requestsAt(hanging)).isZero();
        hanging.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aFailureThatAnInstanceTellsOfGoesToAnotherUnderTheSameKey(int status) {
        WireMockServer failing = instance(okJson("{\"error\":\"failed\"}").withStatus(status));
        sayUp(failing);
        cluster.up("failing", failing.port());
        cluster.up("well", well.port());

        IntStream.range(0, 40).forEach(i -> {
            assertAnswer(caller.get("/v1/auth/validate"), Status.OK, VALID);
            assertAnswer(caller.post("/v1/auth/login", "{\"write\":" + i + "}"), Status.OK, VALID);
        });

        assertThat(keysAndBodiesAt(failing)).isSubsetOf(keysAndBodiesAt(well));
        failing.stop();
    }

    @Test
    void whatTheLastInstanceSaysOfItsFailureIsTheAnswer() {
        WireMockServer failing = instance(okJson("{\"error\":\"failed\"}").withStatus(500));
        sayUp(failing);
        cluster.up("failing", failing.port());
        cluster.up("refusing", refusingPort());

        IntStream.range(0, 10)
                .forEach(i -> assertThat(caller.post("/v1/auth/login", "{}").statusCode())
                        .isEqualTo(500));
        failing.stop();
    }

    @Test
    void whoHasNoDatabaseGetsNothingWhileAnotherHasOne() {
        WireMockServer impaired = instance(unavailable());
        say(impaired, "impaired", "IMPAIRED");
        cluster.up("impaired", impaired.port());
        cluster.up("well", well.port());
        cluster.lookTwice();

        IntStream.range(0, 20).forEach(i -> assertAnswer(caller.get("/v1/auth/validate"), Status.OK, VALID));

        assertThat(states()).containsExactly(State.EJECTED, State.UP);
        assertThat(requestsAt(impaired)).isZero();
        cluster.down("well", well.port());
        assertAnswer(caller.get("/v1/auth/validate"), Status.SERVICE_UNAVAILABLE, reason("Unavailable"));
        impaired.stop();
    }

    @Test
    void theOnlyInstanceIsAskedAgainWhenTheConnectionWasLost() {
        well.stubFor(any(anyUrl())
                .inScenario("lost")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("back")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        well.stubFor(
                any(anyUrl()).inScenario("lost").whenScenarioStateIs("back").willReturn(okJson(VALID)));
        sayUp(well);
        cluster.up("only", well.port());

        assertAnswer(caller.post("/v1/auth/login", "{}"), Status.OK, VALID);

        assertThat(keysAndBodiesAt(well))
                .hasSize(2)
                .containsOnly(keysAndBodiesAt(well).getFirst());
    }

    @Test
    void oneThatTheRegistryForgotIsUsedForAsLongAsItListens() {
        cluster.up("forgotten", well.port());
        cluster.forget("forgotten");

        assertAnswer(caller.get("/v1/auth/validate"), Status.OK, VALID);

        well.stop();
        await().untilAsserted(() -> assertThat(states()).containsExactly(State.GONE));
        assertAnswer(caller.get("/v1/auth/validate"), Status.SERVICE_UNAVAILABLE, NONE);
    }

    @Test
    void slownessNeverTakesOutTheLastOne() {
        well.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        cluster.up("failing", well.port());
        IntStream.range(0, 12)
                .forEach(i ->
                        assertAnswer(caller.post("/v1/auth/login", "{}"), Status.SERVICE_UNAVAILABLE, UNAVAILABLE));
        assertThat(states()).containsExactly(State.EJECTED);

        well.stubFor(any(anyUrl()).willReturn(okJson(VALID)));

        assertAnswer(caller.post("/v1/auth/login", "{}"), Status.OK, VALID);
        await().untilAsserted(() -> {
            assertAnswer(caller.get("/v1/auth/validate"), Status.OK, VALID);
            assertThat(states()).containsExactly(State.UP);
        });
    }

    @Test
    void aReadWhoseAnswerWasLostGoesToAnother() {
        WireMockServer losing = losing();
        cluster.up("losing", losing.port());
        cluster.up("well", well.port());

        IntStream.range(0, 100).forEach(i -> assertAnswer(caller.get("/v1/auth/validate"), Status.OK, VALID));
        losing.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/auth/register",
        "POST, /v1/auth/login",
        "POST, /v1/auth/logout",
        "POST, /v1/auth/refresh",
        "PUT, /v1/auth/password",
        "POST, /v1/auth/password/reset",
        "POST, /v1/admin/users",
        "POST, /v1/admin/keys/rotate",
    })
    void aRepeatableWriteWhoseAnswerWasLostGoesToAnotherUnderTheSameKey(String method, String path) {
        WireMockServer losing = losing();
        cluster.up("losing", losing.port());
        cluster.up("well", well.port());

        IntStream.range(0, 40)
                .forEach(i -> assertAnswer(write(method, path, "{\"write\":" + i + "}"), Status.OK, VALID));

        assertThat(keysAndBodiesAt(losing)).isNotEmpty().isSubsetOf(keysAndBodiesAt(well));
        assertThat(keysAndBodiesAt(well)).hasSize(40).doesNotHaveDuplicates();
        losing.stop();
    }

    @Test
    void aRepeatableWriteWhoseAnswerWasCutOffGoesToAnother() throws IOException {
        String cut = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
        try (StubbornInstance cutting = StubbornInstance.answering(cut)) {
            cluster.up("cutting", cutting.port());
            cluster.up("well", well.port());

            IntStream.range(0, 40).forEach(i -> assertAnswer(caller.post("/v1/auth/login", "{}"), Status.OK, VALID));
        }
    }

    private HttpResponse<String> write(String method, String path, String body) {
        return caller.send(caller.to(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private static void sayUp(WireMockServer instance) {
        instance.stubFor(get("/internal/instance").willReturn(okJson("{\"state\":\"UP\"}")));
    }

    private static void say(WireMockServer instance, String id, String state) {
        instance.stubFor(
                get("/internal/instance").willReturn(okJson("{\"id\":\"" + id + "\",\"state\":\"" + state + "\"}")));
    }

    /** Without probes. */
    private static int requestsAt(WireMockServer instance) {
        return keysAndBodiesAt(instance).size();
    }

    private static List<String> keysAndBodiesAt(WireMockServer instance) {
        return Calls.at(instance).stream()
                .map(request -> request.getHeader("X-Auth-Idempotency-Key") + request.getBodyAsString())
                .toList();
    }

    private static WireMockServer losing() {
        WireMockServer losing = instance(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        sayUp(losing);
        return losing;
    }

    private static WireMockServer instance(ResponseDefinitionBuilder answer) {
        WireMockServer instance = new WireMockServer(options().dynamicPort());
        instance.start();
        instance.stubFor(any(anyUrl()).willReturn(answer));
        return instance;
    }

    private static ResponseDefinitionBuilder unavailable() {
        return aResponse()
                .withStatus(503)
                .withHeader("Content-Type", "application/json")
                .withBody(reason("Unavailable"));
    }

    private List<State> states() {
        return cluster.sightings().stream().map(Sighting::state).toList();
    }

    private static int refusingPort() {
        try (ServerSocket closed = new ServerSocket(0)) {
            return closed.getLocalPort();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
