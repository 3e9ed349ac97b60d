package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
import static io.authsvcs.gateway.Enveloped.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.upstream.TestCluster;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "gateway.load.reads=3")
class OverloadTest {
    private static final int MOST = 3;

    private final WireMockServer slow = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    OverloadTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        slow.start();
        slow.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(1_500)));
        cluster.up("slow", slow.port());
    }

    @AfterEach
    void leave() {
        cluster.clear();
        slow.stop();
    }

    @Test
    void whatIsTooMuchIsRefusedAndWhatWasAcceptedIsAnswered() {
        List<CompletableFuture<HttpResponse<String>>> accepted = fill();

        HttpResponse<String> refused = caller.get("/v1/auth/validate");

        assertAnswer(refused, Status.SERVICE_UNAVAILABLE, reason("Too many requests are under way"));
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(accepted)
                .noneMatch(CompletableFuture::isDone)
                .allSatisfy(one -> assertAnswer(one.join(), Status.OK, "{}"));
    }

    @Test
    void whoseTurnIsOverMakesRoom() {
        fill().forEach(CompletableFuture::join);

        assertThat(fill()).allSatisfy(one -> assertAnswer(one.join(), Status.OK, "{}"));
    }

    @Test
    void writesAndOperatorsAreNoneOfIt() {
        List<CompletableFuture<HttpResponse<String>>> accepted = fill();

        assertThat(caller.get("/v1/router/health").statusCode()).isEqualTo(200);
        assertAnswer(caller.post("/v1/auth/logout", ""), Status.OK, "{}");
        accepted.forEach(CompletableFuture::join);
    }

    private List<CompletableFuture<HttpResponse<String>>> fill() {
        List<CompletableFuture<HttpResponse<String>>> accepted = IntStream.range(0, MOST)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> caller.get("/v1/auth/validate"),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        await().until(() -> cluster.underWay() == MOST);
        return accepted;
    }
}
