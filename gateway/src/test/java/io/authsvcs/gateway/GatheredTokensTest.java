package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
import static io.authsvcs.gateway.Enveloped.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.authsvcs.common.GatewayKey;
import io.authsvcs.common.GatheredTokens;
import io.authsvcs.common.HeaderNames;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.upstream.TestCluster;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Instances that take the tokens of several callers at once. */
@GatewayTest
class GatheredTokensTest {
    private static final String VALIDATE = "/v1/auth/validate";
    private static final String VALID = "{\"isValid\":true}";
    private static final String ALONE = "{\"isValid\":false}";
    private static final String PASS =
            GatewayKey.of("0123456789abcdef0123456789abcdef").pass();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final WireMockServer other = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    GatheredTokensTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void register() {
        start(instance);
    }

    private void start(WireMockServer server) {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(okJson(ALONE)));
        server.stubFor(get("/internal/instance")
                .willReturn(okJson("{\"state\":\"UP\",\"tokensAtOnce\":" + GatheredTokens.MOST + "}")));
        answers(server, lines(VALID));
        cluster.up("gathers-" + NUMBER.incrementAndGet(), server.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
        other.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b-c_d~e+f/g=", "bearer x"})
    void aBearerTokenIsAskedAboutWithOthersAndAnsweredAsEver(String authorization) {
        assertAnswer(validate(authorization), Status.OK, VALID);

        instance.verify(postRequestedFor(urlEqualTo(GatheredTokens.PATH))
                .withHeader(HeaderNames.GATEWAY, equalTo(PASS))
                .withRequestBody(equalTo(authorization.substring("Bearer ".length()))));
        assertThat(Calls.at(instance)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer partner, User person", "Token x", "Basic x", "Bearer  x", "Bearer a b", "Bearer \"x\""})
    void whatIsMoreThanATokenGoesByItself(String authorization) {
        assertAnswer(validate(authorization), Status.OK, ALONE);
    }

    @Test
    void aTokenThatIsVeryLongGoesByItself() {
        assertAnswer(validate("Bearer " + "x".repeat(GatheredTokens.LONGEST + 1)), Status.OK, ALONE);
    }

    @Test
    void nothingElseIsGathered() {
        assertAnswer(caller.get(VALIDATE), Status.OK, ALONE);
        assertAnswer(caller.post(VALIDATE, "{\"token\":\"x\"}"), Status.OK, ALONE);
        assertAnswer(caller.send(caller.to("/v1/auth/me").header("Authorization", "Bearer x")), Status.OK, ALONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}\n{}\n", "{}", "\n", "no object\n"})
    void whatIsNoAnswerForEachTokenIsInvalid(String body) {
        answers(instance, lines(body));

        assertAnswer(
                validate("Bearer x"), Status.BAD_GATEWAY, reason("An instance of auth-svcs gave an invalid answer"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void whereAnInstanceCanNotAnotherIsAsked(int status) {
        answers(
                instance,
                aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(reason("x")));
        start(other);

        for (int request = 0; request < 6; request++) {
            assertAnswer(validate("Bearer x"), Status.OK, VALID);
        }
    }

    @Test
    void anErrorOfAllIsOfEach() {
        answers(
                instance,
                aResponse()
                        .withStatus(503)
                        .withHeader("Content-Type", "application/json")
                        .withBody(reason("The database is unavailable")));

        assertAnswer(validate("Bearer x"), Status.SERVICE_UNAVAILABLE, reason("The database is unavailable"));
    }

    private HttpResponse<String> validate(String authorization) {
        return caller.send(caller.to(VALIDATE).header("Authorization", authorization));
    }

    private static ResponseDefinitionBuilder lines(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/x-ndjson")
                .withBody(body.equals(VALID) ? body + "\n" : body);
    }

    private static void answers(WireMockServer server, ResponseDefinitionBuilder answer) {
        server.stubFor(post(GatheredTokens.PATH).willReturn(answer));
    }
}
