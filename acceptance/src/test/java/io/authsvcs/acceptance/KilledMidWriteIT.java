package io.authsvcs.acceptance;

import static io.authsvcs.acceptance.Client.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.authsvcs.local.Cluster;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real instance is killed while it writes; the client asks again under the same key. */
@ExtendWith(SharedCluster.class)
class KilledMidWriteIT {
    private static final String OTHER_PASSWORD = "orange giraffe 7";
    private static final int KILLS = Integer.getInteger("acceptance.kills", 2);
    /** A hash and a signature, and what lies around them. */
    private static final int LONGEST_MILLIS = 120;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Cluster cluster;
    private final Client client;

    KilledMidWriteIT(Cluster cluster, Client client) {
        this.cluster = cluster;
        this.client = client;
    }

    @AfterEach
    void makeWhole() {
        cluster.scale(2);
    }

    /** What is written, how it is asked for, and how many sessions there must be then. */
    enum Write {
        REGISTER(1),
        LOGIN(2),
        REFRESH(1),
        CHANGE_PASSWORD(1);

        private final int sessions;

        Write(int sessions) {
            this.sessions = sessions;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWriteIsThereOnceAndItsOutcomeIsHadAgain(Write write) {
        for (int kill = 0; kill < KILLS; kill++) {
            killDuring(write, kill % 2 == 0 ? "auth-1" : "auth-2");
        }
    }

    private void killDuring(Write write, String victim) {
        String email = "victim-" + UUID.randomUUID() + "@example.com";
        HttpRequest.Builder request = request(write, email);
        int moment = random.nextInt(LONGEST_MILLIS);
        String where = write + ", " + victim + " killed after " + moment + " ms, seed " + seed;
        CompletableFuture<Void> kill = CompletableFuture.runAsync(
                () -> cluster.kill(victim), CompletableFuture.delayedExecutor(moment, TimeUnit.MILLISECONDS));
        try {
            client.send(request);
        } catch (UncheckedIOException lost) {
            // As good as any other unknown end: the same request follows.
        }
        kill.join();

        Answer outcome = repeated(request);

        assertThat(client.validate(outcome.text("token"))
                        .result()
                        .get("isValid")
                        .booleanValue())
                .as(where)
                .isTrue();
        assertThat(client.send(client.to("/v1/auth/sessions")
                                .header("Authorization", "Bearer " + outcome.text("token")))
                        .result()
                        .get("sessions"))
                .as(where)
                .hasSize(write.sessions);
        assertThat(client.send(login(email, write == Write.CHANGE_PASSWORD ? OTHER_PASSWORD : PASSWORD))
                        .status())
                .as(where)
                .isEqualTo(200);
        cluster.start(victim);
    }

    private Answer repeated(HttpRequest.Builder request) {
        return await().atMost(Duration.ofSeconds(15))
                .until(() -> client.send(request), answer -> answer.status() == 200 || answer.status() == 201);
    }

    private HttpRequest.Builder request(Write write, String email) {
        HttpRequest.Builder request = switch (write) {
            case REGISTER -> credentials("/v1/auth/register", email, PASSWORD);
            case LOGIN -> registered(email, login -> login(email, PASSWORD));
            case REFRESH ->
                registered(
                        email,
                        login -> json("/v1/auth/refresh")
                                .POST(BodyPublishers.ofString(
                                        "{\"refreshToken\":\"" + login.text("refreshToken") + "\"}")));
            case CHANGE_PASSWORD ->
                registered(
                        email,
                        login -> json("/v1/auth/password")
                                .header("Authorization", "Bearer " + login.text("token"))
                                .PUT(BodyPublishers.ofString("{\"currentPassword\":\"" + PASSWORD
                                        + "\",\"newPassword\":\"" + OTHER_PASSWORD + "\"}")));
        };
        return request.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private HttpRequest.Builder registered(String email, Function<Answer, HttpRequest.Builder> request) {
        return request.apply(client.register(email));
    }

    private HttpRequest.Builder login(String email, String password) {
        return credentials("/v1/auth/login", email, password);
    }

    private HttpRequest.Builder credentials(String path, String email, String password) {
        return json(path)
                .POST(BodyPublishers.ofString("{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}"));
    }

    private HttpRequest.Builder json(String path) {
        return client.to(path).header("Content-Type", "application/json");
    }
}
