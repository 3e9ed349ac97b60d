package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class ManyTokensTest {
    private final TestApi api = TestPair.one();

    @Test
    void aBatchIsAnsweredInItsOrder() {
        JsonNode ann = api.register(anEmail());
        JsonNode bob = api.register(anEmail());
        String ended = token(api.register(anEmail()));
        api.postBearer("/v1/auth/logout", ended).expectStatus().isOk();

        JsonNode results = batch(List.of(token(bob), "x", ended, token(ann), token(bob)));

        assertThat(results.get(0).get("userID")).isEqualTo(bob.get("userID"));
        assertThat(results.get(1).get("reason").stringValue()).isEqualTo("jwt malformed");
        assertThat(results.get(2).get("reason").stringValue()).isEqualTo("session revoked");
        assertThat(results.get(3).get("userID")).isEqualTo(ann.get("userID"));
        assertThat(results.get(4)).isEqualTo(results.get(0));
        assertThat(results.get(3)).isEqualTo(api.validate(token(ann)));
    }

    @Test
    void aBatchMayHaveAThousandTokensAndNoMore() {
        String token = token(api.register(anEmail()));

        assertThat(batch(Collections.nCopies(1_000, token))).hasSize(1_000);
        api.post("/v1/auth/validate/batch", Map.of("tokens", Collections.nCopies(1_001, token)))
                .expectStatus()
                .isBadRequest();
        assertThat(batch(List.of())).isEmpty();
    }

    @Test
    void aBatchOfAnythingButTextsIsRefused() {
        for (Object tokens : List.of("x", 7, List.of(7), Map.of())) {
            api.post("/v1/auth/validate/batch", Map.of("tokens", tokens))
                    .expectStatus()
                    .isBadRequest();
        }
        api.post("/v1/auth/validate/batch", Map.of()).expectStatus().isBadRequest();
    }

    @Test
    void proxiesAskByVerifying() {
        JsonNode login = api.register(anEmail());

        api.getBearer("/v1/auth/verify", token(login))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Auth-User-Id", login.get("userID").stringValue())
                .expectHeader()
                .valueEquals("X-Auth-Roles", "user")
                .expectHeader()
                .exists("X-Auth-Session-Id");
        api.raw()
                .head()
                .uri("/v1/auth/verify")
                .cookie("auth_session", token(login))
                .exchange()
                .expectStatus()
                .isOk();
        api.postBearer("/v1/auth/logout", token(login)).expectStatus().isOk();
        TestPair.other()
                .getBearer("/v1/auth/verify", token(login))
                .expectStatus()
                .isEqualTo(HttpStatus.UNAUTHORIZED)
                .expectHeader()
                .exists(HttpHeaders.WWW_AUTHENTICATE)
                .expectHeader()
                .doesNotExist("X-Auth-User-Id");
        api.get("/v1/auth/verify").expectStatus().isUnauthorized();
    }

    @Test
    void twoThousandValidatesAtOnceCostAFractionInStatements() {
        String database = TestDatabase.create();
        List<String> tokens = new ArrayList<>();
        try (TestInstance instance = TestInstance.start(database)) {
            for (int i = 0; i < 20; i++) {
                tokens.add(token(new TestApi(instance).register(anEmail())));
            }
        }
        long before = TestDatabase.statements(database);
        try (TestInstance instance = TestInstance.start(database)) {
            WebClient client = WebClient.create(instance.url());

            List<String> answers = Flux.range(0, 2_000)
                    .flatMap(i -> validate(client, tokens.get(i % tokens.size())), 500)
                    .collectList()
                    .blockOptional()
                    .orElseThrow();

            assertThat(answers).hasSize(2_000).allMatch(answer -> answer.contains("\"isValid\":true"));
        }
        // Those of the start included, some hundred. A connection tells its number when it ends.
        assertThat(TestDatabase.statements(database) - before).isBetween(1L, 700L);
    }

    private static Mono<String> validate(WebClient client, String token) {
        return client.get()
                .uri("/v1/auth/validate")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .retrieve()
                .bodyToMono(String.class);
    }

    private JsonNode batch(List<String> tokens) {
        return json(api.post("/v1/auth/validate/batch", Map.of("tokens", tokens))
                        .expectStatus()
                        .isOk())
                .get("results");
    }

    private static String token(JsonNode login) {
        return login.get("token").stringValue();
    }
}
