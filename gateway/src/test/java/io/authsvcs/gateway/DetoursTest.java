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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Paths that somebody between caller and instance might straighten, as they arrive through the whole gateway. */
@GatewayTest
class DetoursTest {
    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    DetoursTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        instance.start();
        instance.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        cluster.up("detours", instance.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/instance",
                "/v1/auth/../../internal/instance",
                "/v1/auth/validate/..%2f..%2f..%2finternal%2finstance",
                "/v1/auth/validate/%2e%2e/%2e%2e/%2e%2e/internal/instance",
                "/v1/auth/validate/%252e%252e",
                "/v1/auth/validate/..",
                "/v1/auth/validate/%2e%2e",
                "/v1/auth/validate/..;/me",
                "/v1/auth/validate/%5c..%5cme",
                "/v1/auth/validate/a%00",
                "/v1/auth/validate/%c0%ae%c0%ae",
                "/v1/auth;a=b/me",
                "/v1/auth/me;a=b",
                "/v1/auth/%6de",
                "//v1/auth/me",
                "/v1//auth/me",
                "/v1/./auth/me",
                "/V1/auth/me",
                "/actuator/health",
                "/eureka/apps"
            })
    void whatIsNotWrittenInTheTableIsUnknown(String path) {
        String answer = caller.lines("GET " + path + " HTTP/1.1", "Host: a", "Connection: close");

        assertThat(answer)
                .startsWith("HTTP/1.1 404 ")
                .endsWith(enveloped(Status.NOT_FOUND, reason("Unknown resource")));
        instance.verify(0, anyCall());
    }

    @Test
    void anIdReachesAnInstanceAsItWasWritten() {
        caller.lines("GET /v1/auth/validate/a%2eb.%C3%A4:~x?a=/../%2f HTTP/1.1", "Host: a", "Connection: close");

        assertThat(Calls.at(instance))
                .singleElement()
                .satisfies(call -> assertThat(call.getUrl()).isEqualTo("/v1/auth/validate/a%2eb.%C3%A4:~x?a=/../%2f"));
    }
}
