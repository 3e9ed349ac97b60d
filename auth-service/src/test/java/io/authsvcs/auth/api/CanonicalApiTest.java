package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

class CanonicalApiTest {
    private static final String DATABASE = TestDatabase.create();
    private static TestInstance one;
    private static TestInstance other;
    private static TestApi api;

    @BeforeAll
    static void start() {
        one = TestInstance.start(DATABASE);
        other = TestInstance.start(DATABASE);
        api = new TestApi(one);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void registeringAnswersWhoAndTokens() {
        JsonNode answer = api.register(anEmail());

        assertThat(answer.propertyNames()).containsExactly("userID", "token", "refreshToken", "expiresAt");
        assertThat(api.validate(answer.get("token").stringValue()).get("userID"))
                .isEqualTo(answer.get("userID"));
    }

    @ParameterizedTest(name = "by {0}")
    @CsvSource({
        "email, LUCY@Example.com",
        "phoneNumber, (805) 490-0837",
        "userName, Lucy.L",
    })
    void oneLogsInByAnyIdentifierInAnySpelling(String field, String value) {
        api.post(
                "/v1/auth/register",
                Map.of(
                        "email", "lucy@example.com",
                        "phoneNumber", "8054900837",
                        "userName", "lucy.l",
                        "password", PASSWORD));

        JsonNode answer = json(api.post("/v1/auth/login", Map.of(field, value, "password", PASSWORD))
                .expectStatus()
                .isOk());

        assertThat(answer.propertyNames()).containsExactly("isValid", "userID", "token", "refreshToken", "expiresAt");
        assertThat(answer.get("isValid").booleanValue()).isTrue();
    }

    @Test
    void oneLogsInByUserId() {
        JsonNode registered = api.register(anEmail());
        String userID = registered.get("userID").stringValue();

        api.post("/v1/auth/login", Map.of("userID", userID, "password", PASSWORD))
                .expectStatus()
                .isOk();
    }

    @Test
    void aFormWillDoForLoginAndRegister() {
        api.postForm("/v1/auth/register", "email=form%40example.com&password=purple+monkey+9&sessionDuration=60")
                .expectStatus()
                .isCreated();

        api.postForm("/v1/auth/login", "email=form%40example.com&password=purple+monkey+9&isPersistent=true")
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wrong password | {'email':'known@example.com','password':'wrong'}",
                "unknown e-mail | {'email':'unknown@example.com','password':'wrong'}",
                "no e-mail at all | {'email':'unknown','password':'wrong'}",
                "unknown number | {'phoneNumber':'+18054900000','password':'wrong'}",
                "no number at all | {'phoneNumber':'abc','password':'wrong'}",
                "unknown name | {'userName':'stranger','password':'wrong'}",
                "no user id at all | {'userID':'1','password':'wrong'}",
                "a password too long to have been set | {'email':'known@example.com','password':'LONG'}",
            })
    void whoCannotProveWhoTheyAreLearnsNothing(String why, String body) {
        api.post("/v1/auth/register", Map.of("email", "known@example.com", "password", PASSWORD));

        api.post("/v1/auth/login", body.replace('\'', '"').replace("LONG", "x".repeat(2000)))
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"auth-svcs\"")
                .expectBody(String.class)
                .isEqualTo("{\"reason\":\"Invalid credentials\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "email, Email already exists",
        "phoneNumber, Phone number already exists",
        "userName, User name already exists"
    })
    void anIdentifierBelongsToOneOnly(String field, String reason) {
        Map<String, String> taken =
                Map.of("email", "taken@example.com", "phoneNumber", "8054900838", "userName", "taken");
        api.post("/v1/auth/register", merged(taken, Map.of("password", PASSWORD)));

        JsonNode answer = json(api.post(
                        "/v1/auth/register",
                        merged(
                                Map.of("email", anEmail(), "password", PASSWORD),
                                Map.of(field, taken.getOrDefault(field, "").toUpperCase(Locale.ROOT))))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT));

        assertThat(answer.get("reason").stringValue()).isEqualTo(reason);
    }

    @Test
    void aRefusedRegistrationLeavesNothingBehind() {
        String email = anEmail();
        api.register(email);
        api.post("/v1/auth/register", Map.of("email", email, "userName", "leftover", "password", PASSWORD))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);

        api.post("/v1/auth/register", Map.of("email", anEmail(), "userName", "leftover", "password", PASSWORD))
                .expectStatus()
                .isCreated();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        JsonNode answer = json(api.post(
                        "/v1/auth/register",
                        "{\"email\":1,\"phoneNumber\":\"x\",\"userName\":\"@\",\"firstName\":\" \",\"password\":\"short\","
                                + "\"sessionDuration\":1.5}")
                .expectStatus()
                .isBadRequest());

        assertThat(answer.get("reason").stringValue()).isEqualTo("Invalid request");
        assertThat(answer.get("errors")
                        .valueStream()
                        .map(error -> error.get("field").stringValue()))
                .containsExactly("email", "phoneNumber", "userName", "firstName", "password", "sessionDuration");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "## | The body is empty",
                "{ | The body isn't well-formed",
                "{'email':1} | The body isn't well-formed",
                "{} {} | The body isn't well-formed",
                "[] | The body must be a JSON object",
                "1 | The body must be a JSON object",
                "null | The body must be a JSON object",
                "{\"email\":\"a\",\"email\":\"b\"} | The body has a field twice",
                "{\"email\":\"a\\u0000@b\"} | The body has a text with NUL or half a surrogate pair",
                "{\"email\":\"\\ud800@b\"} | The body has a text with NUL or half a surrogate pair",
                "{\"\\u0000\":1} | The body has a text with NUL or half a surrogate pair",
            })
    void whatIsNotOneProperObjectIsRefusedAndTellsWhy(String body, String reason) {
        assertThat(json(api.post("/v1/auth/login", body).expectStatus().isBadRequest())
                        .get("reason")
                        .stringValue())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json;charset=utf-16", "text/json", "application/*"})
    void aBodyOfAnyOtherKindIsNotGuessedAt(String contentType) {
        api.raw()
                .post()
                .uri("/v1/auth/login")
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .bodyValue("{}".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001b[31mb", "a\nb", "a\u202eb", "   "})
    void aNameThatWouldDeceiveItsReadersIsRefused(String name) {
        api.post("/v1/auth/register", Map.of("email", anEmail(), "password", PASSWORD, "firstName", name))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void brokenUtf8AndDeepNestsAreMalformed() {
        api.post("/v1/auth/login", new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
                .expectStatus()
                .isBadRequest();
        api.post("/v1/auth/login", "{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void unknownFieldsAreIgnored() {
        api.post("/v1/auth/login", Map.of("email", "a@b", "password", "x", "colour", "red"))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void bodiesOver64KibAreTooLarge() {
        api.post("/v1/auth/login", "{\"password\":\"" + "x".repeat(70_000) + "\"}")
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        api.postForm("/v1/auth/login", "password=" + "x".repeat(70_000))
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "json", "application/json;charset=nonsense", "/", "application/*+xml"})
    void otherContentTypesAreNotRead(String contentType) throws IOException, InterruptedException {
        // A client that lets malformed ones pass.
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(one.url() + "/v1/auth/login"))
                    .header(HttpHeaders.CONTENT_TYPE, contentType)
                    .POST(BodyPublishers.ofString("{}"))
                    .build();

            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/auth/login, application/json, gzip",
        "/v1/auth/login, application/json, identity",
        "/v1/auth/login, application/x-www-form-urlencoded, gzip",
        "/v1/auth/register, application/json, 'gzip, gzip'",
        "/v1/auth/validate, application/json, deflate",
        "/v1/auth/validate/batch, application/json, br",
        "/auth/login, application/json, gzip",
        "/auth/login/, application/x-www-form-urlencoded, gzip",
        "/auth/register/, application/json, gzip",
        "/api/authorization/login, application/json, gzip",
        "/api/authorization/signup, application/json, zstd",
    })
    void nothingIsUnpacked(String path, String contentType, String coding) {
        api.raw()
                .post()
                .uri(path)
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .header(HttpHeaders.CONTENT_ENCODING, coding)
                .bodyValue("{}".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void exactlyOneIdentifierIsAsked() {
        for (Map<String, String> body :
                List.of(Map.of("password", "x"), Map.of("password", "x", "email", "a@b", "userName", "a"))) {
            api.post("/v1/auth/login", body).expectStatus().isBadRequest();
        }
    }

    @Test
    void aTokenIsValidatedInAllItsForms() {
        String email = anEmail();
        JsonNode registered =
                json(api.post("/v1/auth/register", Map.of("email", email, "userName", "forms", "password", PASSWORD)));
        String token = registered.get("token").stringValue();

        JsonNode byHeader = api.validate(token);

        assertThat(byHeader.propertyNames())
                .containsExactly("isValid", "userID", "sessionID", "userName", "roles", "issuedAt", "expiresAt");
        assertThat(byHeader.get("roles").toString()).isEqualTo("[\"user\"]");
        assertThat(json(api.post("/v1/auth/validate", Map.of("token", token)))).isEqualTo(byHeader);
        assertThat(json(api.get("/v1/auth/validate/" + token))).isEqualTo(byHeader);
        assertThat(json(api.postBearer("/v1/auth/validate", token)))
                .as("a POST without a body")
                .isEqualTo(byHeader);
    }

    @Test
    void aTokenIsGoodAtEveryInstance() {
        String token = api.register(anEmail()).get("token").stringValue();

        assertThat(new TestApi(other).validate(token).get("isValid").booleanValue())
                .isTrue();
    }

    @Test
    void aMissingTokenIsToldFromABadOne() {
        for (var response : List.of(
                api.get("/v1/auth/validate"),
                api.post("/v1/auth/validate", "{}"),
                api.raw().post().uri("/v1/auth/logout").exchange(),
                api.get("/v1/auth/me"))) {
            assertThat(json(response.expectStatus().isUnauthorized())
                            .get("reason")
                            .stringValue())
                    .isEqualTo("Missing token");
        }
        assertThat(json(api.get("/v1/auth/validate/abc")).toString())
                .isEqualTo("{\"isValid\":false,\"reason\":\"jwt malformed\"}");
        api.post("/v1/auth/validate", Map.of("token", 1)).expectStatus().isBadRequest();
    }

    @Test
    void logoutIsSeenByEveryInstanceBeforeItsAnswer() {
        TestApi elsewhere = new TestApi(other);
        for (int race = 0; race < 20; race++) {
            String token = api.login(registeredOnce()).get("token").stringValue();
            assertThat(elsewhere.validate(token).get("isValid").booleanValue()).isTrue();

            assertThat(json(api.postBearer("/v1/auth/logout", token)
                                    .expectStatus()
                                    .isOk())
                            .toString())
                    .isEqualTo("{}");

            for (TestApi instance : List.of(elsewhere, api)) {
                assertThat(instance.validate(token).toString())
                        .isEqualTo("{\"isValid\":false,\"reason\":\"session revoked\"}");
            }
        }
    }

    @Test
    void loggingOutTwiceIsFineAndOneSessionLeavesTheOthersAlone() {
        String email = registeredOnce();
        String phone = api.login(email).get("token").stringValue();
        String laptop = api.login(email).get("token").stringValue();

        api.postBearer("/v1/auth/logout", phone).expectStatus().isOk();
        api.postBearer("/v1/auth/logout", phone).expectStatus().isOk();

        assertThat(api.validate(laptop).get("isValid").booleanValue()).isTrue();
        api.postBearer("/v1/auth/logout", "not.a.token").expectStatus().isUnauthorized();
    }

    @Test
    void meIsWhatIsKnownOfTheCaller() {
        String email = anEmail();
        String token = json(api.post(
                        "/v1/auth/register",
                        Map.of("email", email, "firstName", "Ann", "company", "Slide", "password", PASSWORD)))
                .get("token")
                .stringValue();

        JsonNode profile =
                json(api.getBearer("/v1/auth/me", token).expectStatus().isOk());

        assertThat(profile.propertyNames())
                .containsExactly("userID", "email", "firstName", "company", "roles", "createdAt");
        api.postBearer("/v1/auth/logout", token);
        api.getBearer("/v1/auth/me", token)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .value(
                        HttpHeaders.WWW_AUTHENTICATE,
                        challenge -> assertThat(challenge).contains("error=\"invalid_token\"", "session revoked"));
    }

    @Test
    void aTokenNeverOutlivesItsSession() {
        JsonNode answer = json(
                api.post("/v1/auth/register", Map.of("email", anEmail(), "password", PASSWORD, "sessionDuration", 60)));

        assertThat(Instant.parse(answer.get("expiresAt").stringValue()))
                .isBeforeOrEqualTo(Instant.now().plusSeconds(60));
    }

    @Test
    void aSessionWithoutEndStillGivesTokensThatEnd() {
        JsonNode answer = json(
                api.post("/v1/auth/register", Map.of("email", anEmail(), "password", PASSWORD, "sessionDuration", 0)));

        assertThat(Instant.parse(answer.get("expiresAt").stringValue()))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(59)),
                        Instant.now().plus(Duration.ofMinutes(61)));
    }

    @Test
    void theAdministratorIsThereFromTheStart() {
        JsonNode answer = json(api.post(
                        "/v1/auth/login",
                        Map.of("email", TestInstance.ADMIN_EMAIL, "password", TestInstance.ADMIN_PASSWORD))
                .expectStatus()
                .isOk());

        assertThat(api.validate(answer.get("token").stringValue()).get("roles").toString())
                .isEqualTo("[\"user\",\"admin\"]");
    }

    @Test
    void theKeySetIsPublicAndCanBeKept() {
        JsonNode keys = json(api.get("/.well-known/jwks.json")
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(HttpHeaders.CACHE_CONTROL, header -> assertThat(header).contains("max-age=300")));
        String etag = api.get("/.well-known/jwks.json")
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();

        assertThat(keys.get("keys").get(0).propertyNames()).containsExactly("kty", "use", "alg", "kid", "n", "e");
        api.raw()
                .get()
                .uri("/.well-known/jwks.json")
                .header(HttpHeaders.IF_NONE_MATCH, String.valueOf(etag))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void headIsLikeGetWithoutABody() {
        String token = api.register(anEmail()).get("token").stringValue();

        api.raw()
                .method(HttpMethod.HEAD)
                .uri("/v1/auth/me")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .isEmpty();
    }

    @Test
    void whatIsNowhereIsNotFound() {
        assertThat(json(api.get("/nowhere").expectStatus().isNotFound())
                        .get("reason")
                        .stringValue())
                .isEqualTo("The requested resource doesn't exist");
    }

    private static String registeredOnce() {
        String email = "once@example.com";
        api.post("/v1/auth/register", Map.of("email", email, "password", PASSWORD));
        return email;
    }

    private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }
}
