package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.Settings;
import io.authsvcs.local.Specification;
import io.authsvcs.local.attack.Leaks;
import io.authsvcs.local.attack.Vault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A life of a cluster of its own: before its first instance, with it, and after a night's rest. It writes all that it can,
 * and no secret among that.
 */
class NeverRegisteredIT {
    private static final Cluster CLUSTER = Cluster.in(Path.of("target", "another cluster"));

    private final Vault vault = new Vault();

    @BeforeAll
    static void start() {
        CLUSTER.erase();
        CLUSTER.up(Specification.anyPort()
                .withAuthInstances(0)
                .withSettings(new Settings(Map.of("LOGGING_LEVEL_ROOT", "TRACE"))));
    }

    @AfterAll
    static void stop() {
        CLUSTER.down();
    }

    @Test
    void beforeTheFirstInstanceNobodyIsThereAndAfterItsDataIsKept() {
        Client client = new Client(CLUSTER.url(), vault);
        Answer early = client.login("ann@example.com");
        assertThat(early.status()).isEqualTo(503);
        assertThat(early.text("reason")).isEqualTo("Unavailable auth-svcs instances");

        CLUSTER.scale(1);
        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() ->
                        assertThat(client.login("nobody@example.com").status()).isEqualTo(401));
        String token = client.register("ann@example.com").text("token");
        assertThat(client.get("/v1/auth/validate/" + token).status()).isEqualTo(200);

        assertThat(CLUSTER.down()).contains("gateway", "auth-1", "registry", "database");
        assertThat(CLUSTER.status().isRunning()).isFalse();
        assertThat(CLUSTER.up(CLUSTER.specification().orElseThrow())).contains("auth-1");

        Client again = new Client(CLUSTER.url(), vault);
        assertThat(again.validate(token).result().get("isValid").booleanValue()).isTrue();
        assertThat(again.login("ann@example.com").status()).isEqualTo(200);
        CLUSTER.secrets().values().forEach(vault::keep);
        assertThat(Leaks.inWritings(CLUSTER, vault).complaint()).isEmpty();
    }
}
