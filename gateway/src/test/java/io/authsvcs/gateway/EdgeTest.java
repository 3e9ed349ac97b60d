package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Calls.anyCall;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
import static io.authsvcs.gateway.Enveloped.enveloped;
import static io.authsvcs.gateway.Enveloped.reason;
import static io.authsvcs.gateway.format.Outcome.LARGE_HEADER;
import static io.authsvcs.gateway.format.Outcome.LONG_ADDRESS;
import static io.authsvcs.gateway.format.Outcome.MALFORMED_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.upstream.TestCluster;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class EdgeTest {
    private static final String VALID = "{\"isValid\":true}";

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    EdgeTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        instance.start();
        instance.stubFor(any(anyUrl()).willReturn(okJson(VALID)));
        cluster.up("edge", instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/auth/nothing",
                "/v1/auth/login/",
                "//v1/auth/login",
                "/v1/auth/validate/",
                "/v1/auth/validate/a/b",
                "/actuator/health",
                "/actuator/gateway/routes",
                "/auth-svcs/v1/auth/login"
            })
    void anUnknownPathIsNotFound(String path) {
        assertAnswer(caller.get(path), Status.NOT_FOUND, reason("Unknown resource"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/auth/login, POST",
        "DELETE, /v1/auth/validate, 'GET, HEAD, POST'",
        "OPTIONS, /v1/auth/login, POST",
        "HEAD, /v1/auth/login, POST",
        "PURGE, /v1/router/health, 'GET, HEAD'"
    })
    void aWrongMethodIsToldTheRightOnes(String method, String path, String allow) {
        HttpResponse<String> response = caller.send(caller.to(path).method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue(allow);
        assertThat(response.body())
                .isEqualTo(
                        method.equals("HEAD")
                                ? ""
                                : enveloped(Status.METHOD_NOT_ALLOWED, reason("Unsupported method")));
    }

    @Test
    void aBodyAtTheLimitPasses() {
        assertAnswer(caller.post("/v1/auth/login", "x".repeat(65_536)), Status.OK, VALID);
    }

    @Test
    void anAnnouncedBodyOverTheLimitIsRefusedBeforeItIsRead() {
        String answer = caller.lines("POST /v1/auth/login HTTP/1.1", "Host: a", "Content-Length: 65537");

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .endsWith(enveloped(Status.CONTENT_TOO_LARGE, reason("Request body is too large")));
    }

    /** All of it is written before anything is read: where the connection were reset meanwhile, that or this would fail. */
    @Test
    void whoIsStillSendingReadsWhyTheyWereRefused() {
        String head = "POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n";

        assertThat(caller.bytes(head + "x".repeat(1_999_999)))
                .startsWith("HTTP/1.1 413 ")
                .endsWith(enveloped(Status.CONTENT_TOO_LARGE, reason("Request body is too large")));
    }

    @Test
    void aStreamedBodyOverTheLimitIsRefused() {
        HttpResponse<String> response = caller.send(caller.to("/v1/auth/login")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[65_537]))));

        assertAnswer(response, Status.CONTENT_TOO_LARGE, reason("Request body is too large"));
        instance.verify(0, anyCall());
    }

    @Test
    void aBodyThatDoesNotArriveIsNotWaitedFor() {
        String answer = caller.lines("POST /v1/auth/login HTTP/1.1", "Host: a", "Content-Length: 10");

        assertThat(answer)
                .startsWith("HTTP/1.1 408 ")
                .endsWith(enveloped(Status.REQUEST_TIMEOUT, reason("Request body took too long")));
        instance.verify(0, anyCall());
    }

    @Test
    void aHeaderThatDoesNotEndIsNotWaitedFor() {
        assertThat(caller.bytes("GET /v1/auth/validate HTTP/1.1\r\nHost: a\r\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer b", "authorization: Bearer a"})
    void severalAuthorizationHeadersAreRefusedEvenWhenEqual(String second) {
        String answer = caller.lines(
                "GET /v1/auth/me HTTP/1.1", "Host: a", "Authorization: Bearer a", second, "Connection: close");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .endsWith(enveloped(Status.BAD_REQUEST, reason("More than one Authorization header")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: */*", "Host: a\r\nHost: b", "Host: a b", "Host:"})
    void anythingButOneHostIsRefused(String hosts) {
        String answer = caller.lines("GET /v1/auth/me HTTP/1.1", hosts, "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("{\"statusCode\":400,");
    }

    @Test
    void anUpgradeIsNotAnswered() {
        String answer = caller.lines(
                "GET /v1/auth/validate HTTP/1.1",
                "Host: a",
                "Connection: Upgrade, close",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith(enveloped(Status.OK, VALID));
    }

    @ParameterizedTest
    @MethodSource
    void whatTheServerItselfRefusesIsInTheEnvelopeToo(Outcome outcome, String[] lines) {
        String answer = caller.lines(lines);

        assertThat(answer)
                .startsWith("HTTP/1.1 " + outcome.status().code() + " ")
                .containsIgnoringCase("\r\nX-Request-Id: ")
                .endsWith(enveloped(outcome.status(), reason(outcome.sentence())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/auth/me HTTP/1.1\r\nHost: a\r\nX-Request-Id: refused-1\r\nBad header",
                "GET /v1/auth/%zz HTTP/1.1\r\nHost: a\r\nX-Request-Id: refused-1\r\nConnection: close",
                "POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nX-Request-Id: refused-1\r\nContent-Length: -1",
                "POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nX-Request-Id: refused-1\r\nContent-Length: 2\r\n"
                        + "Transfer-Encoding: chunked",
                "GET /v1/auth/nothing HTTP/1.1\r\nHost: a\r\n\r\nGET /v1/auth/me HTTP/1.1\r\n"
                        + "X-Request-Id: refused-1\r\nBad header"
            })
    void whatTheServerItselfRefusesKeepsItsIdAndIsLogged(String lines, CapturedOutput output) {
        String answer = caller.lines(lines);

        assertThat(answer).containsIgnoringCase("\r\nX-Request-Id: refused-1\r\n");
        assertThat(output.toString().lines().filter(line -> line.contains("request=refused-1 ")))
                .singleElement()
                .asString()
                .contains("status=400")
                .endsWith("outcome=MALFORMED_REQUEST");
    }

    @Test
    void aRefusalThatNobodyCouldNameIsLoggedUnderItsOwnId(CapturedOutput output) {
        Matcher id = Pattern.compile("X-Request-Id: ([0-9a-f-]{36})").matcher(caller.lines("GARBAGE"));

        assertThat(id.find()).isTrue();
        assertThat(output).contains("status=400 ms=0 request=" + id.group(1) + " ");
    }

    static Stream<Arguments> whatTheServerItselfRefusesIsInTheEnvelopeToo() {
        String get = "GET /v1/auth/me HTTP/1.1";
        String post = "POST /v1/auth/login HTTP/1.1";
        return Stream.of(
                refused(MALFORMED_REQUEST, "GARBAGE"),
                refused(MALFORMED_REQUEST, "GET /v1/auth/%zz HTTP/1.1", "Host: a", "Connection: close"),
                refused(MALFORMED_REQUEST, "GET /v1/auth/a|b HTTP/1.1", "Host: a", "Connection: close"),
                refused(MALFORMED_REQUEST, get, "Host: a", "Bad header"),
                refused(MALFORMED_REQUEST, post, "Host: a", "Content-Length: -1"),
                refused(MALFORMED_REQUEST, post, "Host: a", "Transfer-Encoding: chunked", "", "zz"),
                refused(LONG_ADDRESS, "GET /" + "x".repeat(9_000) + " HTTP/1.1", "Host: a"),
                refused(LARGE_HEADER, get, "Host: a", "X-Large: " + "x".repeat(17_000)));
    }

    private static Arguments refused(Outcome outcome, String... lines) {
        return Arguments.of(outcome, lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "A.b_c-9", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void aWellFormedRequestIdIsTheCallers(String id) {
        HttpResponse<String> response =
                caller.send(caller.to("/v1/auth/validate").header("X-Request-Id", id));

        assertThat(response.headers().allValues("X-Request-Id")).containsExactly(id);
        assertThat(received().getHeader("X-Request-Id").values()).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\"b", "ä", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void anotherRequestIdIsReplaced(String id) {
        HttpResponse<String> response =
                caller.send(caller.to("/v1/auth/nothing").header("X-Request-Id", id));

        assertThat(response.headers().firstValue("X-Request-Id"))
                .get()
                .asString()
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void identityHeadersOfACallerDoNotReachAnInstance() {
        caller.send(caller.to("/v1/auth/validate")
                .header("X-Auth-User-Id", "1")
                .header("X-Auth-Gateway", "forged")
                .header("x-auth-client-address", "6.6.6.6")
                .header("X-Auth-Idempotency-Key", "k")
                .header("X-User-ID", "1")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil")
                .header("If-None-Match", "*")
                .header("Accept-Encoding", "gzip")
                .header("Cookie", "auth_session=kept"));

        assertThat(received().keys().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotContain(
                        "x-auth-user-id",
                        "x-auth-idempotency-key",
                        "x-user-id",
                        "forwarded",
                        "x-forwarded-for",
                        "x-forwarded-host",
                        "if-none-match",
                        "accept-encoding")
                .contains("cookie", "x-request-id");
        assertThat(received().getHeader("X-Auth-Gateway").values())
                .singleElement()
                .asString()
                .hasSize(43);
        assertThat(received().getHeader("X-Auth-Client-Address").values()).containsExactly("127.0.0.1");
    }

    @Test
    void whoSaysNothingOfItselfIsGivenNoName() {
        caller.lines("GET /v1/auth/validate HTTP/1.1", "Host: a", "Connection: close");
        assertThat(received().getHeader("User-Agent").isPresent()).isFalse();

        caller.lines("GET /v1/auth/validate HTTP/1.1", "Host: a", "Connection: close", "User-Agent: a browser");
        assertThat(received().getHeader("User-Agent").values()).containsExactly("a browser");
    }

    @Test
    void aTrustedProxyIsBelievedOnWhoCalled() {
        caller.linesFrom(
                "127.0.0.2",
                "GET /v1/auth/validate HTTP/1.1",
                "Host: a",
                "X-Forwarded-For: 6.6.6.6, 192.0.2.9",
                "Connection: close");

        assertThat(received().getHeader("X-Auth-Client-Address").values()).containsExactly("192.0.2.9");
    }

    @Test
    void aCallerCannotHaveOurHeadersDroppedAsHopByHop() {
        caller.lines(
                "GET /v1/auth/validate HTTP/1.1", "Host: a", "Connection: close, X-Auth-Client-Address, X-Request-Id");

        assertThat(received().getHeader("X-Auth-Client-Address").values()).containsExactly("127.0.0.1");
    }

    private HttpHeaders received() {
        return Calls.at(instance).getFirst().getHeaders();
    }
}
