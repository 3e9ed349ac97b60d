package io.authsvcs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.gateway.upstream.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What Prometheus reads of instances, on the management port. */
@GatewayTest
class InstanceMetersTest {
    // Of two digits at least: reactor-netty takes a shorter port for a part of the name.
    private static final int NOBODY_THERE = 19;

    private final Caller operator;
    private final TestCluster cluster;

    @Autowired
    InstanceMetersTest(@Value("${local.management.port}") int port, TestCluster cluster) {
        this.operator = new Caller(port);
        this.cluster = cluster;
    }

    @AfterEach
    void leave() {
        cluster.clear();
    }

    @Test
    void requestsAreCountedByInstanceAndOutcome() {
        cluster.up("metered", NOBODY_THERE);
        cluster.ended("metered", Duration.ofMillis(1), false);
        cluster.ended("metered", Duration.ofMillis(1), false);
        cluster.ended("metered", Duration.ofMillis(1), true);

        assertThat(scrape())
                .contains("auth_upstream_requests_total{instance=\"metered\",outcome=\"ok\"} 2.0")
                .contains("auth_upstream_requests_total{instance=\"metered\",outcome=\"failed\"} 1.0");
    }

    @Test
    void theStateThatAnInstanceIsInIsOneAndTheOthersAreZero() {
        cluster.starting("metered", NOBODY_THERE);
        assertThat(scrape())
                .contains("auth_upstream_state{instance=\"metered\",state=\"starting\"} 1.0")
                .contains("auth_upstream_state{instance=\"metered\",state=\"draining\"} 0.0");

        cluster.down("metered", NOBODY_THERE);

        assertThat(scrape())
                .contains("auth_upstream_state{instance=\"metered\",state=\"starting\"} 0.0")
                .contains("auth_upstream_state{instance=\"metered\",state=\"draining\"} 1.0");
    }

    @Test
    void oneThatHasMovedIsCountedAnew() {
        cluster.up("metered", NOBODY_THERE);
        cluster.ended("metered", Duration.ofMillis(1), false);

        cluster.up("metered", NOBODY_THERE + 1);

        assertThat(scrape()).containsOnlyOnce("auth_upstream_requests_total{instance=\"metered\",outcome=\"ok\"} 0.0");
    }

    @Test
    void oneThatIsForgottenIsNotShown() {
        cluster.up("metered", NOBODY_THERE);
        cluster.down("metered", NOBODY_THERE);

        cluster.forget("metered");

        assertThat(scrape()).doesNotContain("metered");
    }

    @Test
    void theGatewayItselfIsThereToo() {
        assertThat(scrape()).contains("jvm_memory_used_bytes");
    }

    private String scrape() {
        return operator.get("/actuator/prometheus").body();
    }
}
