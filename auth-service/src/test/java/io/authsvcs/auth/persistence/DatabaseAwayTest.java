package io.authsvcs.auth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class DatabaseAwayTest {
    @Test
    void nothingIsBelievedAndNobodyIsBlamedUntilItIsBack() {
        String database = TestDatabase.create();
        try (TestInstance instance = TestInstance.start(database)) {
            String token = login(instance);

            TestDatabase.forbidConnections(database);

            validate(instance, token)
                    .expectStatus()
                    .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                    .expectHeader()
                    .valueEquals(HttpHeaders.RETRY_AFTER, "1")
                    .expectBody(String.class)
                    .isEqualTo("{\"reason\":\"The database is unavailable\"}");
            logIn(instance).expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(statusesOfACrowd(instance, token)).containsOnly(HttpStatus.SERVICE_UNAVAILABLE);
            instance.client()
                    .get()
                    .uri("/.well-known/jwks.json")
                    .exchange()
                    .expectStatus()
                    .isOk();

            TestDatabase.allowConnections(database);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(status(validate(instance, token))).isEqualTo(HttpStatus.OK));
            logIn(instance).expectStatus().isOk();
            TestPool.assertWhole(instance.bean("connectionPool", ConnectionPool.class));
            TestPool.assertWhole(instance.bean("lookupPool", ConnectionPool.class));
        }
    }

    @Test
    void anInstanceKnowsThatItIsAwayAndFindsItByItself() {
        String database = TestDatabase.create();
        try (TestInstance instance = TestInstance.start(database)) {
            String token = login(instance);
            awaitState(instance, "UP");

            TestDatabase.forbidConnections(database);
            validate(instance, token).expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(state(instance)).isEqualTo("IMPAIRED");
            TestDatabase.allowConnections(database);
            awaitState(instance, "UP");

            TestDatabase.forbidConnections(database);
            logIn(instance).expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            awaitState(instance, "IMPAIRED");
            TestDatabase.allowConnections(database);
            awaitState(instance, "UP");
            validate(instance, token).expectStatus().isOk();
        }
    }

    private static void awaitState(TestInstance instance, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(instance)).isEqualTo(state));
    }

    private static String state(TestInstance instance) {
        return String.valueOf(instance.client()
                        .get()
                        .uri("/internal/instance")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .replaceFirst(".*\"state\":\"([A-Z]+)\".*", "$1");
    }

    /** Ten times as many at once as there are connections. */
    private static List<HttpStatusCode> statusesOfACrowd(TestInstance instance, String token) {
        return Flux.range(0, 100)
                .flatMap(
                        caller -> Mono.fromCallable(() -> status(validate(instance, token)))
                                .subscribeOn(Schedulers.boundedElastic()),
                        100)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static HttpStatusCode status(ResponseSpec response) {
        return response.returnResult(Void.class).getStatus();
    }

    private static ResponseSpec validate(TestInstance instance, String token) {
        return instance.client()
                .get()
                .uri("/v1/auth/validate")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private static String login(TestInstance instance) {
        String body = String.valueOf(logIn(instance)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        return body.replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static ResponseSpec logIn(TestInstance instance) {
        return instance.client()
                .post()
                .uri("/v1/auth/login")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"email\":\"" + TestInstance.ADMIN_EMAIL + "\",\"password\":\""
                        + TestInstance.ADMIN_PASSWORD + "\"}")
                .exchange();
    }
}
