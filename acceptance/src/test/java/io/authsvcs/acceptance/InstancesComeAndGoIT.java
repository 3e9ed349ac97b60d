package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.authsvcs.local.Cluster;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCluster.class)
class InstancesComeAndGoIT {
    private static final String NOBODY_THERE =
            "{\"statusCode\":503,\"statusMessage\":\"Service Unavailable\",\"statusDescription\":\"The server is currently"
                    + " unable to handle the request due to a temporary overloading or maintenance of the server. The"
                    + " implication is that this is a temporary condition which will be alleviated after some delay\","
                    + "\"result\":{\"reason\":\"Unavailable auth-svcs instances\"}}";
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration BACK_SOON = Duration.ofSeconds(3);

    private final Cluster cluster;
    private final Client client;
    private final String token;

    InstancesComeAndGoIT(Cluster cluster, Client client) {
        this.cluster = cluster;
        this.client = client;
        this.token =
                client.register("steady-" + UUID.randomUUID() + "@example.com").text("token");
    }

    @AfterEach
    void makeWhole() {
        if (!cluster.status().isWell() || cluster.names().size() != 5) {
            cluster.scale(2);
        }
    }

    @Test
    void scalingUpAndDownLosesNothing() {
        List<String> failures = Steady.failuresDuring(client, token, steady -> {
            cluster.scale(3);
            assertThat(cluster.status().isWell()).isTrue();
            assertThat(cluster.names()).contains("auth-3");

            cluster.scale(1);
            assertThat(cluster.names()).doesNotContain("auth-2", "auth-3");
            assertThat(steady.answered()).isPositive();
        });

        assertThat(failures).isEmpty();
    }

    @Test
    void aRollingRestartLosesNothing() {
        assertThat(Steady.failuresDuring(client, token, steady -> cluster.restartAll()))
                .isEmpty();
    }

    @Test
    void whenAllWereDrainedNobodyIsThere() {
        cluster.scale(0);

        awaitNobody();
        cluster.scale(1);
        awaitSomebody();
    }

    @Test
    void whenAllWereKilledNobodyIsThere() {
        cluster.kill("auth-1");
        cluster.kill("auth-2");

        awaitNobody();
        cluster.start("auth-2");
        awaitSomebody();
    }

    @Test
    void whenTheRegistryIsRestartedWithoutInstancesNobodyIsThere() {
        cluster.kill("auth-1");
        cluster.kill("auth-2");
        cluster.kill("registry");
        cluster.start("registry");

        awaitNobody();
        cluster.start("auth-1");
        awaitSomebody();
    }

    @Test
    void aRegistryThatIsAwayOrForgetsIsNotMissed() {
        List<String> failures = Steady.failuresDuring(client, token, steady -> {
            cluster.kill("registry");
            int before = steady.answered();
            await().until(() -> steady.answered() > before + 200);
            cluster.start("registry");
            await().until(() -> cluster.status().isWell());
        });

        assertThat(failures).isEmpty();
    }

    private void awaitNobody() {
        await().atMost(SOON).untilAsserted(() -> {
            Answer answer = client.validate(token);
            assertThat(answer.body()).isEqualTo(NOBODY_THERE);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
    }

    private void awaitSomebody() {
        await().atMost(BACK_SOON)
                .untilAsserted(() -> assertThat(client.validate(token).status()).isEqualTo(200));
    }
}
