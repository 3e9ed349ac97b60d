package io.authsvcs.acceptance;

import static io.authsvcs.acceptance.Client.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.authsvcs.acceptance.HeldWrite.Moment;
import io.authsvcs.local.Cluster;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A real instance is killed while it writes, and each kill hits: the write waits in the database until its instance is
 * dead. The gateway asks the other instance then, and so does the client, under the same key. Each write at one moment of
 * two: what it leaves at each of all its moments is shown in the module of the instances, where none has to be started anew.
 */
@ExtendWith(SharedCluster.class)
class KilledMidWriteIT {
    private static final String OTHER_PASSWORD = "orange giraffe 7";
    private static final String KEY = "Idempotency-Key";

    private final Cluster cluster;
    private final Client client;
    private final String email = "victim-" + UUID.randomUUID() + "@example.com";

    KilledMidWriteIT(Cluster cluster, Client client) {
        this.cluster = cluster;
        this.client = client;
    }

    @AfterEach
    void makeWhole() {
        cluster.scale(2);
    }

    /** What is written, when its instance dies, and how many sessions there must be then. */
    enum Write {
        REGISTER(Moment.COMMITTING, 1),
        LOGIN(Moment.WRITING, 2),
        REFRESH(Moment.COMMITTING, 1),
        CHANGE_PASSWORD(Moment.WRITING, 1);

        private final Moment moment;
        private final int sessions;

        Write(Moment moment, int sessions) {
            this.moment = moment;
            this.sessions = sessions;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWriteIsThereOnceAndItsOutcomeIsHadAgain(Write write) {
        HttpRequest.Builder request =
                request(write).header(KEY, UUID.randomUUID().toString());

        Answer first = killedDuring(request, write.moment);
        Answer again = repeated(request);

        assertThat(first.text("refreshToken")).isEqualTo(again.text("refreshToken"));
        assertDoneOnce(write, again);
    }

    @Test
    void theGatewayAloneRepeatsItForWhoeverGivesNoKey() {
        assertDoneOnce(Write.LOGIN, killedDuring(request(Write.LOGIN), Moment.COMMITTING));
    }

    private Answer killedDuring(HttpRequest.Builder request, Moment moment) {
        CompletableFuture<Answer> answer;
        try (HeldWrite held = HeldWrite.in(cluster, moment)) {
            answer = CompletableFuture.supplyAsync(() -> client.send(request));
            cluster.kill(held.awaitInstance());
            assertThat(held.waits()).as("the write was under way").isTrue();
        }
        assertThat(answer.join().status()).as(answer.join().body()).isIn(200, 201);
        return answer.join();
    }

    private void assertDoneOnce(Write write, Answer outcome) {
        assertThat(client.validate(outcome.text("token"))
                        .result()
                        .get("isValid")
                        .booleanValue())
                .isTrue();
        assertThat(client.send(client.to("/v1/auth/sessions")
                                .header("Authorization", "Bearer " + outcome.text("token")))
                        .result()
                        .get("sessions"))
                .hasSize(write.sessions);
        assertThat(client.send(login(email, write == Write.CHANGE_PASSWORD ? OTHER_PASSWORD : PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    private Answer repeated(HttpRequest.Builder request) {
        return await().atMost(Duration.ofSeconds(15))
                .until(() -> client.send(request), answer -> answer.status() == 200 || answer.status() == 201);
    }

    private HttpRequest.Builder request(Write write) {
        return switch (write) {
            case REGISTER -> credentials("/v1/auth/register", email, PASSWORD);
            case LOGIN -> registered(login -> login(email, PASSWORD));
            case REFRESH ->
                registered(login -> json("/v1/auth/refresh")
                        .POST(BodyPublishers.ofString("{\"refreshToken\":\"" + login.text("refreshToken") + "\"}")));
            case CHANGE_PASSWORD ->
                registered(login -> json("/v1/auth/password")
                        .header("Authorization", "Bearer " + login.text("token"))
                        .PUT(BodyPublishers.ofString("{\"currentPassword\":\"" + PASSWORD + "\",\"newPassword\":\""
                                + OTHER_PASSWORD + "\"}")));
        };
    }

    private HttpRequest.Builder registered(Function<Answer, HttpRequest.Builder> request) {
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
