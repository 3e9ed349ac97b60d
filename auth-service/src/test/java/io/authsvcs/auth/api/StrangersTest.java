package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestInstance;
import io.authsvcs.common.GatewayKey;
import io.authsvcs.common.HeaderNames;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Calls of an instance by somebody who is no gateway. */
class StrangersTest {
    private static final String ADDRESS = "192.0.2.7";
    private static final List<String> NO_PASSES = List.of(
            "",
            "forged",
            GatewayKey.of("another key of thirty-two characters").pass(),
            TestInstance.GATEWAY_KEY.pass() + "x",
            TestInstance.GATEWAY_KEY.pass().substring(1));

    private final TestApi gateway = TestPair.one();

    @Test
    void aStrangerMayAskWhatAnybodyMay() {
        String email = anEmail();
        String token = gateway.register(email).get("token").stringValue();

        JsonNode verdict = json(stranger("")
                .get()
                .uri("/v1/auth/validate")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus()
                .isOk());

        assertThat(verdict.get("isValid").booleanValue()).isTrue();
    }

    @Test
    void whereAStrangerSaysThatSomebodyIsNobodyBelieves() {
        for (String pass : NO_PASSES) {
            assertThat(sessionAfterLogin(stranger(pass)).has("address")).isFalse();
        }
        assertThat(sessionAfterLogin(gateway.raw()).get("address").stringValue())
                .isEqualTo(ADDRESS);
    }

    @Test
    void aPassThatComesTwiceIsNone() {
        WebTestClient twice = stranger(TestInstance.GATEWAY_KEY.pass())
                .mutate()
                .defaultHeaders(headers -> headers.add(HeaderNames.GATEWAY, TestInstance.GATEWAY_KEY.pass()))
                .build();

        assertThat(sessionAfterLogin(twice).has("address")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {HeaderNames.IDEMPOTENCY_KEY, "x-auth-idempotency-key"})
    void aStrangerLearnsNoOutcomeByItsKey(String header) {
        Map<String, String> person = Map.of("email", anEmail(), "password", PASSWORD);
        String key = "gateway:" + UUID.randomUUID();
        gateway.postOnce("/v1/auth/register", key, person).expectStatus().isCreated();

        register(stranger("forged"), header, key, person).expectStatus().isEqualTo(409);
        register(gateway.raw(), header, key, person).expectStatus().isCreated();
    }

    private static ResponseSpec register(WebTestClient client, String header, String key, Map<String, String> person) {
        return client.post()
                .uri("/v1/auth/register")
                .header(header, key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(person)
                .exchange();
    }

    /** The session that a login from {@link #ADDRESS} has opened, as its owner sees it. */
    private JsonNode sessionAfterLogin(WebTestClient client) {
        String email = anEmail();
        gateway.register(email);
        JsonNode login = json(client.post()
                .uri("/v1/auth/login")
                .header(HeaderNames.CLIENT_ADDRESS, ADDRESS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("email", email, "password", PASSWORD))
                .exchange()
                .expectStatus()
                .isOk());
        return json(gateway.getBearer("/v1/auth/sessions", login.get("token").stringValue())
                        .expectStatus()
                        .isOk())
                .get("sessions")
                .get(0);
    }

    /** Somebody with this for a pass; with none at all where it is empty. */
    private WebTestClient stranger(String pass) {
        return gateway.raw()
                .mutate()
                .defaultHeaders(headers -> {
                    headers.remove(HeaderNames.GATEWAY);
                    if (!pass.isEmpty()) {
                        headers.set(HeaderNames.GATEWAY, pass);
                    }
                })
                .build();
    }
}
