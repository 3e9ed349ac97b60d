package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Calls.anyCall;
import static io.authsvcs.gateway.Enveloped.enveloped;
import static io.authsvcs.gateway.Enveloped.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.upstream.TestCluster;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests in which somebody in front of the gateway may see another request than the gateway, or two. */
@GatewayTest
class AmbiguousRequestsTest {
    private static final String SMUGGLED = "GET /v1/auth/me HTTP/1.1\r\nHost: a\r\nX-Request-Id: smuggled\r\n\r\n";
    private static final String MALFORMED = enveloped(Status.BAD_REQUEST, reason("Malformed request"));
    private static final String POST = "POST /v1/auth/login HTTP/1.1\r\nHost: a\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    AmbiguousRequestsTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        instance.start();
        instance.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        cluster.up("ambiguous", instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 5\r\nContent-Length: 5",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\ncontent-length: 0",
                "Content-Length: 5, 5",
                "Content-Length: +5",
                "Content-Length: -5",
                "Content-Length: 0x5",
                "Content-Length: 5 5",
                "Content-Length: 5;5",
                "Content-Length: 5.0",
                "Content-Length: \u0665",
                "Content-Length:",
                "Content-Length: 99999999999999999999",
                "Content-Length : 5",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: identity\r\nContent-Length: 5",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding: chunked;q=1",
                "Transfer-Encoding:",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding\t: chunked",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding:\r\n chunked",
                "Expect: 200-ok",
                "Expect: 100-continue, 200-ok",
                "Expect: 100-continue\r\nExpect: 100-continue"
            })
    void whereABodyEndsIsSaidInOneWayOnly(String framing) {
        assertRefused(POST + framing + "\r\n\r\n0\r\n\r\n" + SMUGGLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"application/json", "\"a/b\"", "a/b\r\nContent-Type: \"a/b"})
    void theTypeOfABodyBeginsWithItsName(String type) {
        assertRefused(POST + "Content-Type: " + type + "\r\nContent-Length: 2\r\n\r\n{}" + SMUGGLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " X-A: b",
                "X-A: b\r\n c",
                "X-A: b\r\n\tTransfer-Encoding: chunked",
                "X-A: b\r\n \r\nX-B: c",
                "X-A: b\nTransfer-Encoding: chunked",
                "X-A: b\rTransfer-Encoding: chunked",
                "X-A: b\u0000c",
                "X-A: b\u0001c",
                "X-A: b\u007fc",
                "X A: b",
                "X-A\u0000: b",
                "X(A): b",
                ": b",
                "X-A"
            })
    void aHeaderIsALine(String header) {
        assertRefused("GET /v1/auth/me HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n" + SMUGGLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/auth/me",
                "GET /v1/auth/me HTTP/0.9",
                "GET /v1/auth/me HTTP/1.2",
                "GET /v1/auth/me HTTP/2.0",
                "GET /v1/auth/me HTTP/11.1",
                "GET /v1/auth/me HTTP/1.1 ",
                "GET /v1/auth/me XTTP/1.1",
                "GET /v1/auth/me HTTP/1.1 HTTP/1.1",
                "GET  /v1/auth/me HTTP/1.1",
                " GET /v1/auth/me HTTP/1.1",
                "GET\u000b/v1/auth/me HTTP/1.1",
                "GET\r/v1/auth/me HTTP/1.1",
                "\u0000GET /v1/auth/me HTTP/1.1",
                "G(T /v1/auth/me HTTP/1.1",
                "PRI * HTTP/2.0",
                "OPTIONS * HTTP/1.1",
                "CONNECT a:443 HTTP/1.1",
                "GET v1/auth/me HTTP/1.1",
                "GET http://b/v1/auth/me HTTP/1.1",
                "GET http://a:80/v1/auth/me HTTP/1.1",
                "GET http://b@a/v1/auth/me HTTP/1.1",
                "GET http:///v1/auth/me HTTP/1.1",
                "GET ftp://a/v1/auth/me HTTP/1.1",
                "GET /v1/auth/me#a HTTP/1.1",
                "GET /v1/auth/\u00e4 HTTP/1.1",
                "GET /v1/auth\\me HTTP/1.1",
                "GET /v1/auth/%zz HTTP/1.1",
                "GET /v1/auth/me?a=%zz HTTP/1.1",
                "GET /v1/auth/me?a={} HTTP/1.1",
                "GET /v1/auth/a|b HTTP/1.1",
                "GET /v1/auth/[a] HTTP/1.1"
            })
    void aRequestLineSaysOneThing(String line) {
        assertRefused(line + "\r\nHost: a\r\n\r\n" + SMUGGLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-A: b",
                "Host: a\r\nHost: a",
                "Host: a\r\nHost: b",
                "Host: a\r\nhost: b",
                "Host:",
                "Host: a b",
                "Host: a, b",
                "Host: a/b",
                "Host: b@a",
                "Host: a:port",
                "Host: a\r\n b"
            })
    void whomARequestIsForIsSaidOnce(String host) {
        String answer = caller.bytes("GET /v1/auth/me HTTP/1.1\r\n" + host + "\r\n\r\n" + SMUGGLED);

        assertThat(answer).endsWith("}}");
        assertEnded(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\nhello\r\n",
                "5\rx\r\nhello\r\n",
                "5\r\r\nhello\r\n",
                "+5\r\nhello\r\n",
                "-5\r\nhello\r\n",
                "0x5\r\nhello\r\n",
                "5,5\r\nhello\r\n",
                "\r\nhello\r\n",
                "80000000\r\nhello\r\n",
                "FFFFFFFFFFFFFFFF0\r\nhello\r\n",
                "5\r\nhello!\r\n",
                "5\r\nhello\n",
                "5\r\nhello\r\r\n",
                "5;a=\u0000b\r\nhello\r\n",
                "5;a=b\rc\r\nhello\r\n",
                "5;a=b\nhello\r\n"
            })
    void aChunkSaysItsSizeInOneWayOnly(String chunk) {
        assertRefused(CHUNKED + chunk + "0\r\n\r\n" + SMUGGLED);
    }

    @Test
    void aLongChunkLineIsNoLongAddress() {
        assertRefused(CHUNKED + "5;a=" + "b".repeat(9_000) + "\r\nhello\r\n0\r\n\r\n");
    }

    @Test
    void anOlderCallerHasNoChunks() {
        assertRefused("POST /v1/auth/login HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void aContractIsRefusedInItsOwnFormat(TestContract contract) {
        String answer = caller.bytes("POST " + contract.path()
                + " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SMUGGLED);

        assertThat(answer).endsWith("\r\n\r\n" + contract.error(400, "Malformed request"));
        assertEnded(answer);
    }

    @Test
    void whatIsAmbiguousBehindAnotherRequestEndsTheConnectionThere() {
        String before = "GET /v1/auth/nothing HTTP/1.1\r\nHost: a\r\n\r\n";

        String answers = caller.bytes(before + POST + "Transfer-Encoding: xchunked\r\n\r\n" + SMUGGLED + SMUGGLED);

        assertThat(answers)
                .startsWith("HTTP/1.1 404 ")
                .contains("HTTP/1.1 400 ")
                .doesNotContain("smuggled")
                .endsWith(MALFORMED);
        instance.verify(0, anyCall());
    }

    @Test
    void moreHeadersThanAnybodySendsAreTooMany() {
        String answer = caller.bytes("GET /v1/auth/me HTTP/1.1\r\nHost: a\r\n" + "A: b\r\n".repeat(100) + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ");
        instance.verify(0, anyCall());
    }

    @Test
    void whatTrailersSayIsNotPassedOn() {
        caller.bytes(POST + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n"
                + "Content-Length: 9\r\nTransfer-Encoding: identity\r\nHost: b\r\nX-Auth-User-Id: 7\r\nX-A: b\r\n\r\n");

        Calls.at(instance).forEach(call -> {
            assertThat(call.getBodyAsString()).isEqualTo("{}");
            assertThat(call.getHeader("Content-Length")).isEqualTo("2");
            assertThat(call.getHeaders().keys().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                    .doesNotContain("transfer-encoding", "x-auth-user-id", "x-a");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 9",
                "content-length: 9",
                "Content-Length: 9\r\nExpect: 100-continue",
                "Content-Length:\t9",
                "Accept: text/plain,\tapplication/json\r\nContent-Length: 9"
            })
    void whatIsClearPasses(String framing) {
        String answer = caller.bytes(POST + "Connection: close\r\n" + framing + "\r\n\r\n{\n \"a\":1}");

        assertThat(answer).endsWith(enveloped(Status.OK, "{}"));
        instance.verify(1, postRequestedFor(anyUrl()).withRequestBody(equalTo("{\n \"a\":1}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunked", "Chunked"})
    void anIndentedBodyInChunksPasses(String coding) {
        String body = "{\r\n\t\"a\": \"\u007f\r\",\n \"b\":1}\n";

        String answer = caller.bytes(POST + "Connection: close\r\nTransfer-Encoding: " + coding + "\r\n\r\n"
                + Integer.toHexString(body.length()) + ";a=b\r\n" + body + "\r\n0\r\n\r\n");

        assertThat(answer).endsWith(enveloped(Status.OK, "{}"));
        instance.verify(1, postRequestedFor(anyUrl()).withRequestBody(equalTo(body)));
    }

    @Test
    void indentedBodiesBehindEachOtherPass() {
        String request = POST + "Content-Length: 10\r\n\r\n{\n \"a\":1}\n";

        String answers = caller.bytes(request + request);

        assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(3);
        instance.verify(2, postRequestedFor(anyUrl()).withRequestBody(equalTo("{\n \"a\":1}\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://a/v1/auth/me HTTP/1.1",
                "GET HTTP://A/v1/auth/me HTTP/1.1",
                "GET /v1/auth/me?a[]=%41&b=~/? HTTP/1.1",
                "GET /v1/auth/me HTTP/1.0"
            })
    void anHonestOldOrProxiedCallerPasses(String line) {
        assertThat(caller.lines(line, "Host: a", "Connection: close")).endsWith(enveloped(Status.OK, "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "%41", "a%2e"})
    void aLongTokenInThePathPasses(String part) {
        String token = part.repeat(7_000 / part.length());

        assertThat(caller.lines("GET /v1/auth/validate/" + token + " HTTP/1.1", "Host: a", "Connection: close"))
                .endsWith(enveloped(Status.OK, "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2c", "websocket", "HTTP/2.0, TLS/1.3"})
    void noOtherProtocolIsSpoken(String protocol) {
        String answer = caller.lines(
                "GET /v1/auth/me HTTP/1.1",
                "Host: a",
                "Connection: Upgrade, HTTP2-Settings, close",
                "Upgrade: " + protocol,
                "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA");

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith(enveloped(Status.OK, "{}"));
        assertThat(Calls.at(instance).getFirst().getHeaders().keys().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotContain("upgrade", "http2-settings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "get", "Get", "GETX", "M-SEARCH", "DEBUG", "PROPFIND", "TRACK"})
    void aMethodThatNobodyServesReachesNobody(String method) {
        String answer = caller.lines(method + " /v1/auth/me HTTP/1.1", "Host: a", "Connection: close", "X-Secret: s");

        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .contains("GET, HEAD, PATCH")
                .doesNotContain("X-Secret")
                .endsWith(enveloped(Status.METHOD_NOT_ALLOWED, reason("Unsupported method")));
        instance.verify(0, anyCall());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/auth/me", "/v1/auth/nothing", "/v1/auth/login", "/v1/router/health"})
    void whatHeadAsksForHasNoBody(String path) {
        String answer = caller.lines("HEAD " + path + " HTTP/1.1", "Host: a", "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 ").endsWith("\r\n\r\n").containsIgnoringCase("\r\ncontent-length: ");
    }

    private void assertRefused(String bytes) {
        String answer = caller.bytes(bytes);

        assertThat(answer).endsWith("\r\n\r\n" + MALFORMED);
        assertEnded(answer);
    }

    /** One refusal, and nothing else, neither here nor at an instance. */
    private void assertEnded(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("\r\nconnection: close\r\n")
                .doesNotContain("smuggled")
                .containsOnlyOnce("HTTP/1.1 ");
        instance.verify(0, anyCall());
    }
}
