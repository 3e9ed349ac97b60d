package io.authsvcs.auth.contract.edumaps;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.admin.TestUsers;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The corners of seed 002's API, of which docs/contracts/edumaps.md has the rest. */
class EdumapsTest {
    private static final TestUsers USERS = new TestUsers(TestPair.one());
    private static final String INVALID = "{\"name\":\"NotAuthenticated\",\"message\":\"Invalid login.\",\"code\":401,"
            + "\"className\":\"not-authenticated\",\"errors\":{}}";

    private final TestApi api = TestPair.one();
    private final TestApi other = TestPair.other();
    private final String email = anEmail();

    @ParameterizedTest
    @CsvSource({
        "Authorisation, ''",
        "Authorisation, 'Bearer '",
        "authorisation, 'bearer '",
        "Authorization, ''",
        "Authorization, 'Bearer '",
        "Authorization, 'Token '"
    })
    void aTokenIsTakenInEverySpelling(String header, String scheme) {
        String token = login();

        for (String path : List.of("/auth/token", "/auth/token/", "/auth/local", "/auth/local/", "/auth/login")) {
            JsonNode answer = json(other.raw()
                    .post()
                    .uri(path)
                    .header(header, scheme + token)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(path.equals("/auth/login") ? "{}" : "")
                    .exchange()
                    .expectStatus()
                    .isCreated());

            assertThat(answer.get("data").get("email").stringValue()).isEqualTo(email);
        }
        for (String path : List.of("/auth/local", "/auth/local/")) {
            assertThat(reissued(HttpMethod.GET, path, header, scheme + token)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/token", "/auth/local"})
    void aTokenIsTakenInTheBody(String path) {
        String token = login();

        other.post(path, Map.of("token", token)).expectStatus().isCreated();
        other.postForm(path, "token=" + token).expectStatus().isCreated();
        assertThat(body(other.post(path, Map.of("token", 7)).expectStatus().isBadRequest()))
                .contains("\"errors\":{\"token\":\"Must be a string\"");
    }

    @Test
    void theDocumentsOwnHeaderComesFirst() {
        String token = login();

        api.raw()
                .get()
                .uri("/auth/local")
                .header("Authorisation", token)
                .header(HttpHeaders.AUTHORIZATION, "Bearer x")
                .exchange()
                .expectStatus()
                .isCreated();
        api.raw()
                .get()
                .uri("/auth/local")
                .header("Authorisation", "x")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(body(api.raw()
                        .get()
                        .uri("/auth/local")
                        .header("Authorisation", token, token)
                        .exchange()
                        .expectStatus()
                        .isBadRequest()))
                .startsWith("{\"name\":\"BadRequest\"");
    }

    @Test
    void anotherTokenIsOneOfTheSameSessionAndTheOldOneLivesOn() {
        String token = login();

        String another = reissued(HttpMethod.POST, "/auth/token", "Authorisation", token);

        assertThat(other.validate(another).get("sessionID"))
                .isEqualTo(api.validate(token).get("sessionID"));
        api.postBearer("/v1/auth/logout", another).expectStatus().isOk();
        assertThat(body(other.raw()
                        .get()
                        .uri("/auth/local")
                        .header("Authorisation", token)
                        .exchange()
                        .expectStatus()
                        .isUnauthorized()
                        .expectHeader()
                        .exists(HttpHeaders.WWW_AUTHENTICATE)))
                .isEqualTo(INVALID);
    }

    @Test
    void theUserIsShownAsTheyAreNow() {
        JsonNode before = login(api).get("data");
        assertThat(before.get("_id").stringValue()).matches("[0-9a-f]{24}");
        assertThat(Long.parseLong(before.get("_id").stringValue().substring(0, 8), 16))
                .isEqualTo(Instant.parse(before.get("createdAt").stringValue()).getEpochSecond());
        assertThat(login(other).get("data").get("_id")).isEqualTo(before.get("_id"));

        USERS.setAttributes(
                        id(),
                        Map.of(
                                "objectId", "57a44beb0f3c2d1e4b5a6978",
                                "integrations", List.of("maps"),
                                "belongsTo", List.of(Map.of("domain", "a", "domainId", "b"))))
                .expectStatus()
                .isOk();

        JsonNode after = login(other).get("data");
        assertThat(after.get("_id").stringValue()).isEqualTo("57a44beb0f3c2d1e4b5a6978");
        assertThat(after.get("integrations").toString()).isEqualTo("[\"maps\"]");
        assertThat(after.get("belongsTo").toString()).isEqualTo("[{\"domain\":\"a\",\"domainId\":\"b\"}]");
        assertThat(after.get("updatedAt").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void whoIsNotActivatedIsToldSoAfterTheRightPasswordAlone() {
        USERS.imported("{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\",\"status\":\"pending\"}");

        assertThat(body(attempt(email, PASSWORD).expectStatus().isUnauthorized()))
                .contains("\"message\":\"Not Activated\"");
        assertThat(body(attempt(email, "wrong"))).isEqualTo(INVALID);
    }

    @Test
    void whoMayNotLogInIsAnsweredLikeAStranger() {
        api.register(email);
        for (ResponseSpec answer : List.of(attempt(anEmail(), PASSWORD), attempt("x", PASSWORD), attempt(email, "x"))) {
            assertThat(body(answer.expectStatus().isUnauthorized())).isEqualTo(INVALID);
        }
        USERS.post(id(), "disable").expectStatus().isOk();
        assertThat(body(attempt(email, PASSWORD).expectStatus().isUnauthorized()))
                .isEqualTo(INVALID);
        USERS.delete(id()).expectStatus().isOk();
        assertThat(body(attempt(email, PASSWORD).expectStatus().isUnauthorized()))
                .isEqualTo(INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/local", "/auth/local/", "/auth/login", "/auth/login/"})
    void theMisprintedBodyIsReadToTheEnd(String path) {
        String password = "a \"b\"\\ c&password: d&e=f";
        USERS.imported("{\"email\":\"" + email + "\",\"password\":\"a \\\"b\\\"\\\\ c&password: d&e=f\"}");

        api.post(path, "email: " + email + "&password: " + password)
                .expectStatus()
                .isCreated();
        api.post(path, "email:" + email + "&password:" + password)
                .expectStatus()
                .isCreated();
    }

    @Test
    void theMisprintedBodyIsReadNowhereElse() {
        api.register(email);
        String body = "email: " + email + "&password: " + PASSWORD;

        api.post("/v1/auth/login", body).expectStatus().isBadRequest();
        api.post("/auth/register/", body).expectStatus().isBadRequest();
        api.postForm("/auth/local", body).expectStatus().isBadRequest();
        assertThat(body(api.post("/auth/local", "email: " + email)
                        .expectStatus()
                        .isBadRequest()))
                .startsWith("{\"name\":\"BadRequest\",\"message\":\"The body isn't well-formed\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"email\":7,\"password\":\"x\"} | {\"email\":\"Must be a string\"}",
                "{\"email\":\"\",\"password\":null} | {\"email\":\"Is required\",\"password\":\"Is required\"}",
                "{\"password\":[]} | {\"email\":\"Is required\",\"password\":\"Must be a string\"}",
            })
    void fieldsThatCannotBeReadAreNamed(String body, String errors) {
        for (String path : List.of("/auth/login", "/auth/local")) {
            assertThat(body(api.post(path, body).expectStatus().isBadRequest())).contains("\"errors\":" + errors);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "{\"email\":\"a\",\"email\":\"b\"}", "{\"email\":\"\\u0000\"}"})
    void bodiesThatCannotBeReadAreRefusedInItsFormat(String body) {
        for (String path : List.of("/auth/login", "/auth/local", "/auth/token/")) {
            assertThat(body(api.post(path, body).expectStatus().isBadRequest()))
                    .contains("\"className\":\"bad-request\"");
        }
        assertThat(body(api.raw()
                        .post()
                        .uri("/auth/local")
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue(body)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)))
                .contains("\"className\":\"unsupported-media-type\"");
    }

    @Test
    void nobodyIsSignedInByNothing() {
        assertThat(body(api.get("/auth/local").expectStatus().isUnauthorized())).isEqualTo(INVALID);
        assertThat(body(api.raw()
                        .post()
                        .uri("/auth/token")
                        .exchange()
                        .expectStatus()
                        .isUnauthorized()))
                .isEqualTo(INVALID);
        api.raw().post().uri("/auth/local").exchange().expectStatus().isBadRequest();
        api.register(email);
        api.raw()
                .method(HttpMethod.GET)
                .uri("/auth/local")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("email", email, "password", PASSWORD))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        api.raw()
                .head()
                .uri("/auth/local")
                .header("Authorisation", login())
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .isEmpty();
    }

    @Test
    void aRepeatedLoginIsOneSession() {
        api.register(email);
        Map<String, String> body = Map.of("email", email, "password", PASSWORD);
        String key = "gateway:" + UUID.randomUUID();

        String first =
                body(api.postOnce("/auth/local", key, body).expectStatus().isCreated());
        String again =
                body(other.postOnce("/auth/local", key, body).expectStatus().isCreated());

        assertThat(again).isEqualTo(first);
    }

    @Test
    void aChangedPasswordEndsEveryTokenFromBefore() {
        String token = login();
        api.call(
                        HttpMethod.PUT,
                        "/v1/auth/password",
                        token,
                        Map.of("currentPassword", PASSWORD, "newPassword", "another quiet day"))
                .expectStatus()
                .isOk();

        other.post("/auth/token", Map.of("token", token)).expectStatus().isUnauthorized();
        attempt(email, "another quiet day").expectStatus().isCreated();
    }

    private ResponseSpec attempt(String email, String password) {
        return other.post("/auth/local", Map.of("email", email, "password", password));
    }

    private String login() {
        return login(api).get("token").stringValue();
    }

    private JsonNode login(TestApi at) {
        at.post("/v1/auth/register", Map.of("email", email, "password", PASSWORD));
        return json(at.post("/auth/login", Map.of("email", email, "password", PASSWORD))
                .expectStatus()
                .isCreated());
    }

    private String reissued(HttpMethod method, String path, String header, String value) {
        return json(other.raw()
                        .method(method)
                        .uri(path)
                        .header(header, value)
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .get("token")
                .stringValue();
    }

    private String id() {
        return TestDatabase.ask(TestPair.DATABASE, "SELECT id FROM identities WHERE email = '" + email + "'");
    }

    private static String body(ResponseSpec answer) {
        return json(answer).toString();
    }
}
