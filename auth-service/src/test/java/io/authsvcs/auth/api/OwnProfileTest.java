package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.PATCH;

import io.authsvcs.auth.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class OwnProfileTest {
    private final TestApi api = TestPair.one();
    private final String email = anEmail();
    private final String token = api.register(email).get("token").stringValue();

    @Test
    void whatIsGivenChangesAndTheRestStays() {
        json(patch("{\"firstName\":\"Ann\",\"lastName\":\"Lee\",\"company\":\"Acme\"}")
                .expectStatus()
                .isOk());

        JsonNode profile = json(
                patch("{\"lastName\":\"Low\",\"company\":null}").expectStatus().isOk());

        assertThat(profile.get("firstName").stringValue()).isEqualTo("Ann");
        assertThat(profile.get("lastName").stringValue()).isEqualTo("Low");
        assertThat(profile.has("company")).isFalse();
        assertThat(json(TestPair.other().getBearer("/v1/auth/me", token))).isEqualTo(profile);
    }

    @Test
    void aNewUserNameIsThereAtTheNextValidation() {
        String name = "ann." + System.nanoTime();
        patch("{\"userName\":\"" + name + "\"}").expectStatus().isOk();

        assertThat(TestPair.other().validate(token).get("userName").stringValue())
                .isEqualTo(name);
    }

    @Test
    void whatSomebodyElseHasIsTaken() {
        String taken = anEmail();
        api.register(taken);

        JsonNode answer = json(
                patch("{\"email\":\"" + taken.toUpperCase(Locale.ROOT) + "\",\"currentPassword\":\"" + PASSWORD + "\"}")
                        .expectStatus()
                        .isEqualTo(409));

        assertThat(answer.get("reason").stringValue()).isEqualTo("Email already exists");
    }

    @Test
    void anAddressIsChangedByWhoKnowsThePasswordOnly() {
        String next = anEmail();

        assertThat(json(patch("{\"email\":\"" + next + "\"}").expectStatus().isBadRequest())
                        .get("errors")
                        .get(0)
                        .get("field")
                        .stringValue())
                .isEqualTo("currentPassword");
        patch("{\"email\":\"" + next + "\",\"currentPassword\":\"a guess\"}")
                .expectStatus()
                .isForbidden();
        patch("{\"email\":\"" + next + "\",\"currentPassword\":\"" + PASSWORD + "\"}")
                .expectStatus()
                .isOk();

        api.post("/v1/auth/login", Map.of("email", email, "password", PASSWORD))
                .expectStatus()
                .isUnauthorized();
        api.post("/v1/auth/login", Map.of("email", next, "password", PASSWORD))
                .expectStatus()
                .isOk();
    }

    @Test
    void whoIsPutOutWhileTheirPasswordIsCheckedChangesNothing() {
        String next = anEmail();
        List<CompletableFuture<Integer>> changes = new ArrayList<>();

        TestDatabase.holding(
                TestPair.DATABASE,
                "UPDATE identities SET session_generation = session_generation + 1 WHERE email = '" + email + "'",
                1,
                () -> changes.add(CompletableFuture.supplyAsync(
                        () -> patch("{\"email\":\"" + next + "\",\"currentPassword\":\"" + PASSWORD + "\"}")
                                .returnResult(Void.class)
                                .getStatus()
                                .value())));

        assertThat(changes).extracting(CompletableFuture::join).containsExactly(401);
        api.post("/v1/auth/login", Map.of("email", email, "password", PASSWORD))
                .expectStatus()
                .isOk();
    }

    @Test
    void theLastAddressStays() {
        JsonNode answer = json(patch("{\"email\":null,\"currentPassword\":\"" + PASSWORD + "\"}")
                .expectStatus()
                .isEqualTo(409));

        assertThat(answer.get("reason").stringValue()).isEqualTo("An e-mail address or a phone number must remain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"firstName\":7}",
                "{\"userName\":\"a b\"}",
                "{\"lastName\":\"\"}",
                "{\"phoneNumber\":\"call me\",\"currentPassword\":\"x\"}"
            })
    void whatCannotBeIsRefused(String change) {
        patch(change).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"userID\":\"x\"}", "{\"roles\":[\"admin\"]}", "{\"status\":\"active\"}", "{}"})
    void whatIsNotOnesToChangeStaysAsItIs(String change) {
        JsonNode before = json(api.getBearer("/v1/auth/me", token));

        JsonNode after = json(patch(change).expectStatus().isOk());

        assertThat(after).isEqualTo(before);
    }

    private ResponseSpec patch(String change) {
        return api.call(PATCH, "/v1/auth/me", token, change);
    }
}
