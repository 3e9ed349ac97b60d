package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.authsvcs.common.document.Blanks;
import io.authsvcs.common.document.Comparison;
import io.authsvcs.common.document.ContractDocument;
import io.authsvcs.common.document.Example;
import io.authsvcs.common.document.Message;
import io.authsvcs.common.document.Sender;
import io.authsvcs.gateway.upstream.TestCluster;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every example of the router API in docs/contracts/canonical.md. */
@GatewayTest
class RouterExamplesTest {
    private static final ContractDocument CANONICAL = ContractDocument.read("canonical");
    // Of two digits at least: reactor-netty takes a shorter port for a part of the name.
    private static final int NOBODY_THERE = 19;

    /** StatisticsTest compares it, by a clock that stands still. */
    private static final String BY_THE_CLOCK = "The last second";

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final URI gateway;
    private final TestCluster cluster;

    @Autowired
    RouterExamplesTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.gateway = caller.to("/").build().uri();
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        instance.start();
        instance.stubFor(get("/v1/auth/verify").willReturn(verified("operator")));
        instance.stubFor(get("/v1/auth/verify")
                .withHeader("Authorization", equalTo("Bearer token of a user"))
                .willReturn(verified("user")));
        instance.stubFor(
                post("/internal/instance/drain").willReturn(okJson("{\"id\":\"auth-1\",\"state\":\"DRAINING\"}")));
        instance.stubFor(post("/internal/instance/undrain").willReturn(okJson("{\"id\":\"auth-1\",\"state\":\"UP\"}")));
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @TestFactory
    Stream<DynamicTest> theAnswerIsTheOneOfTheDocument() {
        return CANONICAL.examples().stream()
                .filter(example -> !example.title().equals(BY_THE_CLOCK))
                .map(example -> dynamicTest(example.title(), () -> check(example)));
    }

    @Test
    void theRowOfTheDocumentIsOneOfTheRoutes() throws IOException {
        cluster.up("auth-1", instance.port());
        String routes = caller.send(caller.to("/v1/router/list/routes").header("Authorization", "Bearer t"))
                .body();
        String row = Files.readString(Path.of("..", "docs", "contracts", "canonical.md"))
                .transform(page -> page.substring(page.indexOf("A row: `") + "A row: `".length()))
                .transform(rest -> rest.substring(0, rest.indexOf('`')));

        assertThat(routes).contains(row);
    }

    private void check(Example example) {
        bringAbout();

        Message answer = new Sender(gateway).send(Blanks.fill(example.request(), name -> name));

        assertThat(Comparison.differences(example, answer)).as(example.title()).isEmpty();
    }

    private void bringAbout() {
        cluster.clear();
        cluster.up("auth-1", instance.port());
        cluster.starting("auth-2", NOBODY_THERE);
        cluster.ended("auth-1", Duration.ofMillis(1), false);
        cluster.ended("auth-1", Duration.ofMillis(2), false);
        cluster.ended("auth-1", Duration.ofMillis(800), true);
        cluster.retried("auth-1");
    }

    private static ResponseDefinitionBuilder verified(String roles) {
        return okJson("{}").withHeader("X-Auth-User-Id", "of-a-test").withHeader("X-Auth-Roles", roles);
    }
}
