package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Calls.anyCall;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
import static io.authsvcs.gateway.Enveloped.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.upstream.TestCluster;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class IdempotencyKeyTest {
    private static final String LONGEST = "x".repeat(255);

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    IdempotencyKeyTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        instance.start();
        instance.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        cluster.up("keyed", instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @Test
    void everyWriteHasAKeyOfItsOwn() {
        caller.post("/v1/auth/register", "{}");
        caller.post("/v1/auth/register", "{}");

        assertThat(keys())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).matches("gateway:[0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @CsvSource({"PATCH, /v1/auth/me", "PUT, /v1/auth/password", "DELETE, /v1/auth/sessions", "POST, /oauth2/revoke"})
    void aWriteIsKeyedWhateverItsMethod(String method, String path) {
        send(method, path);

        assertThat(keys()).singleElement().asString().startsWith("gateway:");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/auth/validate",
        "POST, /v1/auth/validate/batch",
        "HEAD, /v1/auth/verify",
        "POST, /oauth2/introspect"
    })
    void aReadHasNoKey(String method, String path) {
        send(method, path);

        instance.verify(1, anyCall().withoutHeader("X-Auth-Idempotency-Key"));
    }

    @Test
    void aCallersOwnKeyIsMarkedAsTheirs() {
        keyed("8e03978e-40d5-43e8-bc93-6894a57f9324");
        keyed("\"quoted\"");
        keyed(LONGEST);

        assertThat(keys())
                .containsExactly(
                        "client:8e03978e-40d5-43e8-bc93-6894a57f9324", "client:\"quoted\"", "client:" + LONGEST);
    }

    @Test
    void aCallerCannotSetTheInternalKey() {
        caller.send(caller.to("/v1/auth/login")
                .header("X-Auth-Idempotency-Key", "gateway:forged")
                .header("x-auth-idempotency-key", "client:forged")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(keys()).singleElement().asString().matches("gateway:[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Idempotency-Key: a b",
                "Idempotency-Key: \u00e4",
                "Idempotency-Key:",
                "Idempotency-Key: a\r\nidempotency-key: a",
                "Idempotency-Key: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                        + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                        + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void anotherKeyIsRefused(String header) {
        String answer = caller.lines(
                "POST /v1/auth/logout HTTP/1.1", "Host: a", "Connection: close", "Content-Length: 0", header);

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains(reason("At most one Idempotency-Key header of 1 to 255 visible ASCII characters is allowed"));
        instance.verify(0, anyCall());
    }

    @Test
    void aReadDoesNotMindAKey() {
        HttpResponse<String> response =
                caller.send(caller.to("/v1/auth/validate").header("Idempotency-Key", "a b"));

        assertAnswer(response, Status.OK, "{}");
    }

    private void keyed(String key) {
        caller.send(caller.to("/v1/auth/login").header("Idempotency-Key", key).POST(BodyPublishers.ofString("{}")));
    }

    private void send(String method, String path) {
        assertThat(caller.send(caller.to(path).method(method, BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    private List<String> keys() {
        return Calls.at(instance).reversed().stream()
                .flatMap(request -> request.getHeaders().getHeader("X-Auth-Idempotency-Key").values().stream())
                .toList();
    }
}
