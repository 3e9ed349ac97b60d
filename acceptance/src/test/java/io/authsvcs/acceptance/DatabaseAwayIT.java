package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.ProcessStatus;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL goes and comes back; nothing is believed meanwhile, and nothing is left behind. */
@ExtendWith(SharedCluster.class)
class DatabaseAwayIT {
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("acceptance.outage", 30));
    private static final Duration BACK_SOON = Duration.ofSeconds(5);
    private static final int CALLERS = 20;
    /** Two instances' pools, and what their start-up and their migrations need. */
    private static final int MOST_CONNECTIONS = 24;

    private final Cluster cluster;
    private final Client client;
    private final String token;

    DatabaseAwayIT(Cluster cluster, Client client) {
        this.cluster = cluster;
        this.client = client;
        this.token =
                client.register("outage-" + UUID.randomUUID() + "@example.com").text("token");
    }

    @AfterEach
    void makeWhole() {
        cluster.scale(2);
    }

    @Test
    void aRestartIsOverWhenTheDatabaseIsBack() {
        List<OptionalLong> instances = pids();

        cluster.restart("database");

        awaitNormal();
        assertThat(pids()).isEqualTo(instances);
    }

    @Test
    void anOutageIsToldAndSurvived() throws Exception {
        List<OptionalLong> instances = pids();
        cluster.kill("database");

        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            Instant end = Instant.now().plus(OUTAGE);
            for (Future<?> caller : callers.invokeAll(IntStream.range(0, CALLERS)
                    .mapToObj(caller -> Executors.callable(() -> askUntil(end)))
                    .toList())) {
                // Throws what the caller met.
                caller.get();
            }
        }
        assertThat(client.get("/.well-known/jwks.json").status()).isEqualTo(200);
        cluster.start("database");

        awaitNormal();
        assertThat(pids()).isEqualTo(instances);
        assertThat(connections()).isBetween(1, MOST_CONNECTIONS);
    }

    private void askUntil(Instant end) {
        while (Instant.now().isBefore(end)) {
            Answer answer = client.validate(token);
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private void awaitNormal() {
        await().atMost(BACK_SOON).untilAsserted(() -> {
            assertThat(client.validate(token).status()).isEqualTo(200);
            assertThat(client.register("back-" + UUID.randomUUID() + "@example.com")
                            .status())
                    .isEqualTo(201);
        });
    }

    private List<OptionalLong> pids() {
        return cluster.status().processes().stream()
                .filter(process -> process.name().startsWith("auth-"))
                .map(ProcessStatus::pid)
                .toList();
    }

    private int connections() throws SQLException {
        try (Connection connection = DriverManager.getConnection(JdbcUrl.of(cluster));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'auth-svcs %'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
