package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Calls.anyCall;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What clients of the four documented APIs read, whoever answers. */
@GatewayTest
class ContractsTest {
    private static final String V2 = "application/vnd.api.v2+json";
    private static final String JSON = "application/json";
    private static final String BODY = "{\"b\":1,  \"a\":[]}";

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    ContractsTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        instance.start();
        cluster.up("contracts", instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerPassesAsItIsInEveryStatus(TestContract contract) {
        for (int status : new int[] {200, 201, 400, 401, 403, 404, 409, 415, 422, 429, 500, 503}) {
            answers(json(status, BODY));

            assertBare(caller.post(contract.path(), "{}"), status, JSON, BODY);
        }
    }

    @Test
    void theTypeOfAnAnswerAndItsCookiesAreTheInstances() {
        answers(aResponse()
                .withStatus(201)
                .withHeader("Content-Type", V2)
                .withBody(BODY)
                .withHeader("Set-Cookie", "auth_session=x; HttpOnly", "other=y"));

        HttpResponse<String> response = caller.post("/auth", "{}");

        assertBare(response, 201, V2, BODY);
        assertThat(response.headers().allValues("Set-Cookie")).containsExactly("auth_session=x; HttpOnly", "other=y");
    }

    @Test
    void anEmptySuccessStaysEmptyAndOfNoType() {
        answers(aResponse().withStatus(200).withHeader("Set-Cookie", "auth_session=; Max-Age=0"));

        HttpResponse<String> response = caller.get("/api/authorization/logout");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().map()).doesNotContainKey("content-type").containsKey("set-cookie");
        assertThat(response.headers().firstValue("Content-Length")).hasValue("0");
    }

    @ParameterizedTest
    @EnumSource
    void noInstanceIsAnErrorOfTheContract(TestContract contract) {
        cluster.clear();

        HttpResponse<String> response = caller.post(contract.path(), "{}");

        assertEnd(response, contract, 503, "Unavailable auth-svcs instances");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @ParameterizedTest
    @EnumSource
    void anInvalidAnswerIsAnErrorOfTheContract(TestContract contract) {
        for (String body : new String[] {"<html>Oops</html>", "[]", ""}) {
            answers(json(500, body));

            assertEnd(
                    caller.post(contract.path(), "{}"),
                    contract,
                    502,
                    "An instance of auth-svcs gave an invalid answer");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLateAnswerIsAnErrorOfTheContract(TestContract contract) {
        answers(okJson(BODY).withFixedDelay(5_000));

        assertEnd(caller.post(contract.path(), "{}"), contract, 504, "An instance of auth-svcs didn't answer in time");
    }

    @ParameterizedTest
    @EnumSource
    void aLargeBodyIsAnErrorOfTheContract(TestContract contract) {
        assertEnd(caller.post(contract.path(), "x".repeat(65_537)), contract, 413, "Request body is too large");
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatDoesNotArriveIsAnErrorOfTheContract(TestContract contract) {
        String answer = caller.lines("POST " + contract.path() + " HTTP/1.1", "Host: a", "Content-Length: 10");

        assertThat(answer).startsWith("HTTP/1.1 408 ").endsWith(contract.error(408, "Request body took too long"));
    }

    @ParameterizedTest
    @EnumSource
    void aMalformedBodyIsAnErrorOfTheContract(TestContract contract) {
        String answer = caller.lines(
                "POST " + contract.path() + " HTTP/1.1", "Host: a", "Transfer-Encoding: chunked", "", "zz");

        assertThat(answer).startsWith("HTTP/1.1 400 ").endsWith(contract.error(400, "Malformed request"));
    }

    @ParameterizedTest
    @EnumSource
    void aMalformedHeaderIsAnErrorOfTheContract(TestContract contract) {
        String answer = caller.lines("POST " + contract.path() + "?a=b HTTP/1.1", "Host: a", "Bad header");

        assertThat(answer).startsWith("HTTP/1.1 400 ").endsWith("\r\n" + contract.error(400, "Malformed request"));
    }

    @ParameterizedTest
    @EnumSource
    void aLargeHeaderIsAnErrorOfTheContract(TestContract contract) {
        String answer =
                caller.lines("POST " + contract.path() + " HTTP/1.1", "Host: a", "X-Large: " + "x".repeat(17_000));

        assertThat(answer)
                .startsWith("HTTP/1.1 431 ")
                .endsWith("\r\n" + contract.error(431, "Request header is too large"));
    }

    @ParameterizedTest
    @EnumSource
    void aPathIsKnownBehindItsHostToo(TestContract contract) {
        String target = "http://auth.example:8443" + contract.path() + "?a=b";

        String refused = caller.lines("POST " + target + " HTTP/1.1", "Host: auth.example:8443", "Bad header");
        String wrong = caller.lines("PUT " + target + " HTTP/1.1", "Host: auth.example:8443", "Connection: close");

        assertThat(refused).startsWith("HTTP/1.1 400 ").endsWith("\r\n" + contract.error(400, "Malformed request"));
        assertThat(wrong).startsWith("HTTP/1.1 405 ").endsWith("\r\n" + contract.error(405, "Unsupported method"));
    }

    /** The server drops a line that is too long before anybody has seen its path. */
    @ParameterizedTest
    @EnumSource
    void anAddressThatIsTooLongIsNobodys(TestContract contract) {
        String answer = caller.lines("POST " + contract.path() + "?" + "x".repeat(9_000) + " HTTP/1.1", "Host: a");

        assertThat(answer)
                .startsWith("HTTP/1.1 414 ")
                .endsWith(Enveloped.enveloped(Status.URI_TOO_LONG, Enveloped.reason("Request address is too long")));
    }

    @Test
    void whatTheServerItselfRefusesIsInTheEnvelopeThatIsAskedFor() {
        String answer = caller.lines("POST /auth HTTP/1.1", "Host: a", "X-Envelope: 1", "Bad header");

        assertThat(answer)
                .endsWith(
                        Enveloped.enveloped(Status.BAD_REQUEST, TestContract.ALTEGIO.error(400, "Malformed request")));
    }

    @ParameterizedTest
    @EnumSource
    void aWrongMethodIsAnErrorOfTheContract(TestContract contract) {
        HttpResponse<String> response = caller.send(caller.to(contract.path()).DELETE());

        assertEnd(response, contract, 405, "Unsupported method");
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }

    @ParameterizedTest
    @EnumSource
    void severalCredentialsAreAnErrorOfTheContract(TestContract contract) {
        HttpResponse<String> response = caller.send(caller.to(contract.path())
                .header("Authorization", "Bearer a")
                .header("Authorization", "Bearer a")
                .POST(BodyPublishers.noBody()));

        assertEnd(response, contract, 400, "More than one Authorization header");
    }

    @ParameterizedTest
    @CsvSource({
        V2 + "," + V2,
        "'text/html, application/VND.api.v2+json;q=0.5', " + V2,
        V2 + ";q=0, " + JSON,
        "application/vnd.api.v3+json, " + JSON,
        "*/*, " + JSON,
        "application/*, " + JSON,
        "nonsense, " + JSON
    })
    void anEndOfAltegiosIsOfTheTypeThatIsAskedFor(String accept, String type) {
        cluster.clear();

        HttpResponse<String> response =
                caller.send(caller.to("/auth").header("Accept", accept).POST(BodyPublishers.noBody()));

        assertBare(response, 503, type, TestContract.ALTEGIO.error(503, "Unavailable auth-svcs instances"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/login", "/auth/register", "/api/authorization/signup", "/auth"})
    void whatIsChangedIsKeyed(String path) {
        answers(json(201, BODY));

        caller.post(path, "{}");

        instance.verify(anyCall().withHeader("X-Auth-Idempotency-Key", matching("gateway:.{36}")));
    }

    @Test
    void toReadWithATokenIsNotKeyed() {
        answers(json(201, BODY));

        caller.get("/auth/local");

        instance.verify(anyCall().withHeader("X-Auth-Idempotency-Key", absent()));
    }

    @Test
    void whatTellsWhoCallsReachesTheInstance() {
        answers(aResponse().withStatus(200));

        caller.lines(
                "GET /api/authorization/logout HTTP/1.1",
                "Host: auth.example:8443",
                "Cookie: auth_session=x",
                "Authorisation: a.b.c",
                "Origin: https://evil.example",
                "Sec-Fetch-Site: cross-site",
                "X-Auth-Host: evil.example",
                "Connection: close, X-Auth-Host");

        instance.verify(anyCall()
                .withHeader("Cookie", equalTo("auth_session=x"))
                .withHeader("Authorisation", equalTo("a.b.c"))
                .withHeader("Origin", equalTo("https://evil.example"))
                .withHeader("Sec-Fetch-Site", equalTo("cross-site"))
                .withHeader("X-Auth-Host", equalTo("auth.example:8443")));
        assertThat(Calls.at(instance).getFirst().header("X-Auth-Host").values()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void withTheEnvelopeAskedForAnAnswerIsItsResult(TestContract contract) {
        answers(json(401, BODY).withHeader("WWW-Authenticate", "Bearer realm=\"a\""));

        HttpResponse<String> response = enveloped(contract);

        assertAnswer(response, Status.UNAUTHORIZED, BODY);
        assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"a\"");
    }

    /** RFC 9110 §9.2.1: HEAD is safe. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/authorization/logout", "/api/authorization/logout/"})
    void nobodyIsLoggedOutByHead(String path) {
        answers(aResponse().withStatus(200));

        HttpResponse<String> response = caller.send(caller.to(path).HEAD());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET");
        instance.verify(0, anyCall());
    }

    @Test
    void withTheEnvelopeAskedForNothingIsTheEmptyResult() {
        answers(aResponse().withStatus(200));

        HttpResponse<String> response =
                caller.send(caller.to("/api/authorization/logout").header("X-Envelope", "1"));

        assertAnswer(response, Status.OK, "{}");
    }

    @ParameterizedTest
    @EnumSource
    void withTheEnvelopeAskedForAnEndIsItsResult(TestContract contract) {
        cluster.clear();

        HttpResponse<String> response = enveloped(contract);

        assertAnswer(response, Status.SERVICE_UNAVAILABLE, contract.error(503, "Unavailable auth-svcs instances"));
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    private HttpResponse<String> enveloped(TestContract contract) {
        return caller.send(caller.to(contract.path())
                .header("X-Envelope", "1")
                .header("Accept", V2)
                .POST(BodyPublishers.noBody()));
    }

    private void answers(ResponseDefinitionBuilder response) {
        instance.stubFor(any(anyUrl()).willReturn(response));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse().withStatus(status).withHeader("Content-Type", JSON).withBody(body);
    }

    private static void assertEnd(HttpResponse<String> response, TestContract contract, int status, String sentence) {
        assertBare(response, status, JSON, contract.error(status, sentence));
    }

    private static void assertBare(HttpResponse<String> response, int status, String type, String body) {
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().allValues("Content-Type")).containsExactly(type);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(body.length());
    }
}
