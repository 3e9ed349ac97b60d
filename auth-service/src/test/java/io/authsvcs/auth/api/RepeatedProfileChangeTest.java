package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.common.HeaderNames;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class RepeatedProfileChangeTest {
    private final TestApi one = TestPair.one();
    private final TestApi other = TestPair.other();
    private final JsonNode registered = one.register(anEmail());
    private final String subject = registered.get("userID").stringValue();
    private final String token = registered.get("token").stringValue();

    @Test
    void isAnsweredAsTheFirst() {
        Map<String, String> change = Map.of("firstName", "Ann");

        JsonNode first = json(patch(one, "a", change).expectStatus().isOk());
        JsonNode again = json(patch(other, "a", change).expectStatus().isOk());

        assertThat(again).isEqualTo(first);
        assertThat(changes()).isEqualTo("1");
        patch(other, "b", change).expectStatus().isOk();
        assertThat(changes()).isEqualTo("2");
    }

    @Test
    void ofManyAtOnceHasOneEffect() {
        Map<String, String> change = Map.of("email", anEmail(), "currentPassword", PASSWORD);

        List<CompletableFuture<ResponseSpec>> answers = Stream.of(one, other, one, other, one, other)
                .map(api -> CompletableFuture.supplyAsync(() -> patch(api, "c", change)))
                .toList();

        assertThat(answers).allSatisfy(answer -> answer.join().expectStatus().isOk());
        assertThat(changes()).isEqualTo("1");
    }

    @Test
    void isNotRefusedForAPasswordThatWasRightThen() {
        Map<String, String> change = Map.of("email", anEmail(), "currentPassword", PASSWORD);
        patch(one, "d", change).expectStatus().isOk();
        TestDatabase.execute(
                TestPair.DATABASE,
                "UPDATE credentials SET password_hash = '{md5}00000000000000000000000000000000' WHERE identity_id = '"
                        + subject + "'");

        patch(other, "d", change).expectStatus().isOk();

        patch(other, "e", change).expectStatus().isForbidden();
    }

    @Test
    void ofWhatWasRefusedIsTriedAgain() {
        String taken = anEmail();
        JsonNode owner = one.register(taken);
        Map<String, String> change = Map.of("email", taken, "currentPassword", PASSWORD);
        patch(one, "f", change).expectStatus().isEqualTo(HttpStatus.CONFLICT);
        patch(other, "f", change).expectStatus().isEqualTo(HttpStatus.CONFLICT);

        one.call(
                        HttpMethod.PATCH,
                        "/v1/auth/me",
                        owner.get("token").stringValue(),
                        Map.of("email", anEmail(), "currentPassword", PASSWORD))
                .expectStatus()
                .isOk();

        patch(other, "f", change).expectStatus().isOk();
        assertThat(changes()).isEqualTo("1");
    }

    private ResponseSpec patch(TestApi api, String key, Object change) {
        return api.raw()
                .patch()
                .uri("/v1/auth/me")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HeaderNames.IDEMPOTENCY_KEY, "gateway:" + key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(change)
                .exchange();
    }

    private String changes() {
        return TestDatabase.ask(
                TestPair.DATABASE,
                "SELECT count(*) FROM audit_events WHERE action = 'change-profile' AND subject = '" + subject + "'");
    }
}
