package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Enveloped.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.upstream.TestCluster;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** When everybody is slow, to try elsewhere would make all of them slower. */
@GatewayTest
@TestPropertySource(
        properties = {
            "gateway.upstream.patience=50ms",
            "gateway.upstream.retry-percent=0",
            "gateway.upstream.retry-reserve=2"
        })
class ImpatienceTest {
    private final WireMockServer slow = new WireMockServer(options().dynamicPort());
    private final Caller caller;
    private final TestCluster cluster;

    @Autowired
    ImpatienceTest(Caller caller, TestCluster cluster) {
        this.caller = caller;
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        slow.start();
        slow.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(300)));
        slow.stubFor(get("/internal/instance").willReturn(okJson("{\"state\":\"UP\"}")));
    }

    @AfterEach
    void leave() {
        cluster.clear();
        slow.stop();
    }

    @Test
    void whenTheBudgetIsSpentAnInstanceIsWaitedFor() {
        cluster.up("slow", slow.port());
        cluster.up("slow-as-well", slow.port());

        IntStream.range(0, 6).forEach(i -> assertAnswer(caller.get("/v1/auth/validate"), Status.OK, "{}"));

        assertThat(Calls.at(slow)).hasSize(6 + 2);
    }
}
