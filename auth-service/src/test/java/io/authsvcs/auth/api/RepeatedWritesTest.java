package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.common.HeaderNames;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What a gateway does when an instance dies under a request: the same request, the same key, another instance. */
class RepeatedWritesTest {
    private static final String OTHER_PASSWORD = "orange giraffe 7";

    private final TestApi one = TestPair.one();
    private final TestApi other = TestPair.other();

    @Test
    void aRepeatedRegistrationLeadsToTheFirstOutcome() {
        Map<String, String> body = Map.of("email", anEmail(), "password", PASSWORD);

        JsonNode first = json(one.postOnce("/v1/auth/register", "gateway:a", body)
                .expectStatus()
                .isCreated());
        JsonNode again = json(other.postOnce("/v1/auth/register", "gateway:a", body)
                .expectStatus()
                .isCreated());

        assertThat(again).isEqualTo(first);
        other.postOnce("/v1/auth/register", "gateway:b", body).expectStatus().isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void aRepeatedLoginOpensOneSession() {
        String email = anEmail();
        one.register(email);
        Map<String, String> body = Map.of("email", email, "password", PASSWORD);

        JsonNode first = json(
                one.postOnce("/v1/auth/login", "gateway:c", body).expectStatus().isOk());
        JsonNode again = json(other.postOnce("/v1/auth/login", "gateway:c", body)
                .expectStatus()
                .isOk());
        JsonNode another = json(other.postOnce("/v1/auth/login", "gateway:d", body)
                .expectStatus()
                .isOk());

        assertThat(again).isEqualTo(first);
        assertThat(another.get("token")).isNotEqualTo(first.get("token"));
        assertThat(sessions(first)).isEqualTo(3);
    }

    @Test
    void tenRepetitionsAtOnceHaveOneEffect() throws InterruptedException {
        Map<String, String> body = Map.of("email", anEmail(), "password", PASSWORD);
        List<Callable<JsonNode>> repetitions = IntStream.range(0, 10)
                .<Callable<JsonNode>>mapToObj(i -> () -> json((i % 2 == 0 ? one : other)
                        .postOnce("/v1/auth/register", "gateway:e", body)
                        .expectStatus()
                        .isCreated()))
                .toList();
        try (ExecutorService callers = Executors.newFixedThreadPool(10)) {
            List<JsonNode> answers = callers.invokeAll(repetitions).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(answers.stream().distinct()).hasSize(1);
            assertThat(sessions(answers.getFirst())).isEqualTo(1);
        }
    }

    @Test
    void aRepeatedChangeOfPasswordLeadsToTheFirstOutcomeThoughItsTokenIsDead() {
        String token = one.register(anEmail()).get("token").stringValue();

        JsonNode first =
                json(changePassword(one, token, "gateway:f").expectStatus().isOk());
        JsonNode again =
                json(changePassword(other, token, "gateway:f").expectStatus().isOk());

        assertThat(again).isEqualTo(first);
        changePassword(other, token, "gateway:g").expectStatus().isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aRepeatedEndOfTheSessionAtHandLeadsToTheFirstOutcomeThoughItsTokenIsDead() {
        String token = one.register(anEmail()).get("token").stringValue();
        String path =
                "/v1/auth/sessions/" + one.validate(token).get("sessionID").stringValue();

        assertThat(end(one, path, token, "gateway:h")).isEqualTo(HttpStatus.OK);

        assertThat(end(other, path, token, "gateway:h")).isEqualTo(HttpStatus.OK);
        assertThat(end(other, path, token, "gateway:i")).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(end(other, "/v1/auth/sessions", token, "gateway:h")).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(ended(path.substring(path.lastIndexOf('/') + 1))).isEqualTo("1");
    }

    @Test
    void aRepeatedEndOfAllSessionsLeadsToTheFirstOutcomeThoughItsTokenIsDead() {
        String token = one.register(anEmail()).get("token").stringValue();

        assertThat(end(one, "/v1/auth/sessions", token, "gateway:j")).isEqualTo(HttpStatus.OK);

        assertThat(end(other, "/v1/auth/sessions", token, "gateway:j")).isEqualTo(HttpStatus.OK);
        assertThat(end(other, "/v1/auth/sessions?except=current", token, "gateway:j"))
                .as("another request")
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(end(other, "/v1/auth/sessions", token, "gateway:k")).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aRepeatedEndOfAllOtherSessionsSparesWhoCameAfterTheFirst() {
        String email = anEmail();
        String token = one.register(email).get("token").stringValue();
        assertThat(end(one, "/v1/auth/sessions?except=current", token, "gateway:l"))
                .isEqualTo(HttpStatus.OK);
        String later = one.login(email).get("token").stringValue();

        assertThat(end(other, "/v1/auth/sessions?except=current", token, "gateway:l"))
                .isEqualTo(HttpStatus.OK);

        assertThat(other.validate(later).get("isValid").booleanValue()).isTrue();
    }

    @Test
    void anEndThatFoundNoSessionIsNoOutcomeToRepeat() {
        String token = one.register(anEmail()).get("token").stringValue();
        String path = "/v1/auth/sessions/" + UUID.randomUUID();
        assertThat(end(one, path, token, "gateway:m")).isEqualTo(HttpStatus.NOT_FOUND);
        one.postBearer("/v1/auth/logout", token).expectStatus().isOk();

        assertThat(end(other, path, token, "gateway:m")).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void theSameKeyOnAnotherRequestIsAnotherWrite() {
        String email = anEmail();
        Map<String, String> body = Map.of("email", email, "password", PASSWORD);
        one.postOnce("/v1/auth/register", "client:1", body).expectStatus().isCreated();

        one.postOnce("/v1/auth/login", "client:1", Map.of("email", email, "password", "a guess"))
                .expectStatus()
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        one.postOnce("/v1/auth/login", "client:1", body).expectStatus().isOk();
    }

    @Test
    void whatFailedIsTriedAgain() {
        String email = anEmail();
        Map<String, String> body = Map.of("email", email, "password", PASSWORD);
        one.postOnce("/v1/auth/login", "client:2", body).expectStatus().isEqualTo(HttpStatus.UNAUTHORIZED);
        one.register(email);

        one.postOnce("/v1/auth/login", "client:2", body).expectStatus().isOk();
    }

    @Test
    void neitherKeysNorWhatTheyLedToAreReadableAtRest() {
        JsonNode answer = json(one.postOnce(
                        "/v1/auth/register", "client:a-key-of-my-own", Map.of("email", anEmail(), "password", PASSWORD))
                .expectStatus()
                .isCreated());

        String rows = TestDatabase.ask(
                TestPair.DATABASE, "SELECT string_agg(k::text || s::text, ' ') FROM idempotency_keys k, sessions s");

        assertThat(rows)
                .doesNotContain("a-key-of-my-own")
                .doesNotContain(answer.get("refreshToken").stringValue())
                .doesNotContain(answer.get("token").stringValue());
    }

    private int sessions(JsonNode granted) {
        return json(one.getBearer("/v1/auth/sessions", granted.get("token").stringValue()))
                .get("sessions")
                .size();
    }

    private static String ended(String session) {
        return TestDatabase.ask(
                TestPair.DATABASE, "SELECT count(*) FROM audit_events WHERE target = '" + session + "'");
    }

    private static HttpStatusCode end(TestApi api, String path, String token, String key) {
        return api.raw()
                .delete()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HeaderNames.IDEMPOTENCY_KEY, key)
                .exchange()
                .returnResult()
                .getStatus();
    }

    private static ResponseSpec changePassword(TestApi api, String token, String key) {
        return api.raw()
                .put()
                .uri("/v1/auth/password")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HeaderNames.IDEMPOTENCY_KEY, key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("currentPassword", PASSWORD, "newPassword", OTHER_PASSWORD))
                .exchange();
    }
}
