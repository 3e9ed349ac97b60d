package io.authsvcs.auth.contract.slide;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.admin.TestUsers;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import io.authsvcs.common.HeaderNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
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

/** The corners of seed 003's API, of which docs/contracts/slide.md has the rest. */
class SlideTest {
    private static final TestUsers USERS = new TestUsers(TestPair.one());
    private static final String INVALID = "{\"status\":\"error\",\"message\":\"Invalid credentials\",\"data\":{}}";

    private static final String LENGTH = "trim_scale(extract(epoch FROM s.expires_at - s.created_at))";

    private final TestApi api = TestPair.one();
    private final TestApi other = TestPair.other();
    private final String email = anEmail();

    @ParameterizedTest
    @ValueSource(strings = {"Token ", "token ", "Bearer "})
    void theTokenIsTakenInEverySpellingOnEveryInstance(String scheme) {
        String token = token(registered());

        for (String path : List.of("/user", "/user/", "/auth/tokens", "/auth/tokens/", "/v1/auth/me")) {
            other.raw()
                    .get()
                    .uri(path)
                    .header(HttpHeaders.AUTHORIZATION, scheme + token)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        assertThat(token).matches("[0-9a-f]{46}");
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "'\"0\"', ''", "1500, 1.5", "'\"60000\"', 60", "null, 36000", "3155760000000, 3155760000"})
    void aSessionLastsAsLongAsItWasAskedFor(String asked, String seconds) {
        api.register(email);

        login("{\"user\":\"" + email + "\",\"password\":\"" + PASSWORD + "\",\"session_duration\":" + asked + "}");

        assertThat(lastSession(LENGTH)).isEqualTo(orNull(seconds));
    }

    @Test
    void aFormHasTextsForDurationsToo() {
        api.register(email);

        api.postForm("/auth/login/", "user=" + email + "&password=" + PASSWORD + "&session_duration=60000")
                .expectStatus()
                .isCreated();

        assertThat(lastSession(LENGTH)).isEqualTo("60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e3", "\"-1\"", "\"1.5\"", "\"\"", "\" 1\"", "true", "[]", "3155760000001"})
    void durationsThatCannotBeAreRefused(String duration) {
        for (String path : List.of("/auth/login/", "/auth/register/")) {
            assertThat(body(api.post(
                                    path, "{\"user\":\"a@b\",\"password\":\"x\",\"session_duration\":" + duration + "}")
                            .expectStatus()
                            .isBadRequest()))
                    .isEqualTo("{\"status\":\"error\",\"message\":\"Invalid request\",\"data\":{\"session_duration\":"
                            + "[\"Must be a whole number of milliseconds from 0 to 3155760000000\"]}}");
        }
    }

    @Test
    void whoMayNotLogInIsAnsweredLikeAStranger() {
        String id = api.register(email).get("userID").stringValue();
        for (String user : List.of(anEmail(), "+15005550006", UUID.randomUUID().toString(), "x", "@", id + "0")) {
            assertThat(body(attempt(user, PASSWORD).expectStatus().isUnauthorized()))
                    .isEqualTo(INVALID);
        }
        assertThat(body(attempt(email, "wrong").expectStatus().isUnauthorized()))
                .isEqualTo(INVALID);
        USERS.post(id, "disable").expectStatus().isOk();
        assertThat(body(attempt(email, PASSWORD)
                        .expectStatus()
                        .isUnauthorized()
                        .expectHeader()
                        .exists(HttpHeaders.WWW_AUTHENTICATE)))
                .isEqualTo(INVALID);
        USERS.delete(id).expectStatus().isOk();
        assertThat(body(attempt(email, PASSWORD).expectStatus().isUnauthorized()))
                .isEqualTo(INVALID);
    }

    @Test
    void whoHasANumberMayCallItByEitherName() {
        String number = "+1805" + (2_000_000 + Math.floorMod(email.hashCode(), 7_000_000));
        Map<String, Object> newcomer = newcomer();
        newcomer.put("mobile", number);

        JsonNode user = register(newcomer).get("user");

        assertThat(user.get("mobile_number").stringValue()).isEqualTo(number);
        attempt(number.substring(2), PASSWORD).expectStatus().isCreated();
        newcomer.put("email", anEmail());
        assertThat(body(api.post("/auth/register", newcomer).expectStatus().isBadRequest()))
                .contains("\"data\":{\"mobile_number\":[\"Phone number already exists\"]}");
        newcomer.put("mobile_number", "");
        assertThat(register(newcomer).get("user").get("mobile_number").stringValue())
                .isEmpty();
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        assertThat(body(api.post(
                                "/auth/register/",
                                "{\"first_name\":7,\"last_name\":\" \",\"email\":\"x\",\"mobile\":\"x\","
                                        + "\"password1\":\"short\",\"password2\":\"other\",\"session_duration\":\"x\"}")
                        .expectStatus()
                        .isBadRequest()))
                .isEqualTo(
                        "{\"status\":\"error\",\"message\":\"Invalid request\",\"data\":{"
                                + "\"first_name\":[\"Must be a string\"],"
                                + "\"last_name\":[\"Must be 1 to 200 printable characters, not only blanks\"],"
                                + "\"email\":[\"Must be an e-mail address\"],"
                                + "\"mobile\":[\"Must be a phone number\"],"
                                + "\"password1\":[\"Must be 8 to 1,024 bytes long\"],"
                                + "\"password2\":[\"Must be the same as password1\"],"
                                + "\"session_duration\":[\"Must be a whole number of milliseconds from 0 to 3155760000000\"]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "{\"user\":\"a\",\"user\":\"b\"}", "{\"user\":\"\\u0000\"}"})
    void bodiesThatCannotBeReadAreRefusedInItsFormat(String body) {
        for (String path : List.of("/auth/login/", "/auth/register", "/auth/register/")) {
            assertThat(body(api.post(path, body).expectStatus().isBadRequest())).startsWith("{\"status\":\"error\"");
            assertThat(body(api.raw()
                            .post()
                            .uri(path)
                            .contentType(MediaType.TEXT_PLAIN)
                            .bodyValue(body)
                            .exchange()
                            .expectStatus()
                            .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)))
                    .startsWith("{\"status\":\"error\"");
        }
    }

    @Test
    void theMisprintsAreReadWhereTheyArePrintedAlone() {
        String misprinted = "{\"first_name\":\"A\",\"last_name\":\"B\",\"email\":\"" + email + "\",\"password1:\" \""
                + PASSWORD + "\",\"password2:\"\n\"" + PASSWORD + "\",\n}\n";

        for (String path : List.of("/auth/login/", "/auth/login", "/auth/local", "/v1/auth/register")) {
            api.post(path, misprinted).expectStatus().isBadRequest();
        }
        api.post("/auth/register/", misprinted).expectStatus().isCreated();
        attempt(email, PASSWORD).expectStatus().isCreated();
        api.post("/auth/register/", "{\"first_name:\" \"A\"}").expectStatus().isBadRequest();
    }

    @Test
    void onTheSharedPathTheBodyHasTheLastWord() {
        api.register(email);
        String both = "{\"user\":\"" + email + "\",\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}";

        assertThat(json(api.post("/auth/login", Map.of("user", email, "password", PASSWORD))
                                .expectStatus()
                                .isCreated())
                        .get("message")
                        .stringValue())
                .isEqualTo("created");
        assertThat(json(api.post("/auth/login/", Map.of("email", email, "password", PASSWORD))
                                .expectStatus()
                                .isCreated())
                        .has("token"))
                .isTrue();
        assertThat(json(api.post("/auth/login", both)).has("token")).isTrue();
        assertThat(json(api.post("/auth/login/", both)).has("message")).isTrue();
        assertThat(body(api.post("/auth/login", Map.of("user", email))
                        .expectStatus()
                        .isBadRequest()))
                .contains("\"data\":{\"password\":[\"Is required\"]}");
        assertThat(body(api.post("/auth/login/", Map.of("email", email))
                        .expectStatus()
                        .isBadRequest()))
                .contains("\"errors\":{\"password\":\"Is required\"}");
    }

    @Test
    void tokensAreListedAndEndedOnEveryInstance() {
        String first = token(registered());
        String second = token(login(Map.of("user", email, "password", PASSWORD, "session_duration", 0)));
        api.login(email);

        JsonNode listed = tokens(second);
        assertThat(listed.get("count").intValue()).as("of this API alone").isEqualTo(2);
        assertThat(listed.get("results").get(0).toString())
                .isEqualTo("{\"token_key\":\"" + second.substring(0, 8) + "\",\"expires\":null}");
        assertThat(listed.get("results").get(1).get("expires").longValue()).isGreaterThan(1_548_455_317_605L);

        assertThat(body(end(first.substring(0, 8), second, "k").expectStatus().isOk()))
                .isEqualTo("{\"status\":\"success\",\"message\":\"deleted\",\"data\":{}}");

        other.getBearer("/user/", first).expectStatus().isUnauthorized();
        assertThat(tokens(second).get("count").intValue()).isEqualTo(1);
        end(first.substring(0, 8), second, "k").expectStatus().isOk();
        end(first.substring(0, 8), second, "another").expectStatus().isNotFound();
    }

    @Test
    void nobodyEndsATokenOfAnother() {
        String theirs = token(registered());
        Map<String, Object> another = newcomer();
        another.put("email", anEmail());
        String mine = token(register(another));

        assertThat(body(end(theirs.substring(0, 8), mine, "k").expectStatus().isNotFound()))
                .isEqualTo("{\"status\":\"error\",\"message\":\"No such token\",\"data\":{}}");
        end("", mine, "k").expectStatus().isNotFound();
        end(mine.substring(0, 7), mine, "k").expectStatus().isNotFound();
        other.getBearer("/user/", theirs).expectStatus().isOk();
    }

    @Test
    void aRepeatedEndOfTheTokenAtHandLeadsToTheFirstOutcome() {
        String token = token(registered());
        String key = token.substring(0, 8);
        String first = body(end(key, token, "own").expectStatus().isOk());

        assertThat(body(end(key, token, "own").expectStatus().isOk())).isEqualTo(first);

        assertThat(body(end(key, token, "another").expectStatus().isUnauthorized()))
                .contains("\"session revoked\"");
        end("abcdefgh", token, "own").expectStatus().isUnauthorized();
    }

    @Test
    void anotherUsersRequestUnderTheSameKeyIsAnother() {
        Map<String, Object> another = newcomer();
        another.put("email", anEmail());
        String mine = token(registered());
        String theirs = token(register(another));

        endByCookie(mine.substring(0, 8), mine).expectStatus().isOk();
        endByCookie(mine.substring(0, 8), theirs).expectStatus().isNotFound();
    }

    @Test
    void aPageOfAnotherSiteEndsNothing() {
        String token = token(registered());

        assertThat(body(api.raw()
                        .delete()
                        .uri("/auth/tokens/" + token.substring(0, 8))
                        .cookie("auth_session", token)
                        .header("Sec-Fetch-Site", "cross-site")
                        .exchange()
                        .expectStatus()
                        .isForbidden()))
                .startsWith("{\"status\":\"error\"");
        other.getBearer("/user/", token).expectStatus().isOk();
    }

    @Test
    void withoutAGoodTokenTheReasonIsToldInItsFormat() {
        String token = token(registered());
        api.postBearer("/v1/auth/logout", token).expectStatus().isOk();

        for (String path : List.of("/user/", "/auth/tokens")) {
            assertThat(body(other.get(path).expectStatus().isUnauthorized())).contains("\"Missing token\"");
            assertThat(body(other.getBearer(path, token).expectStatus().isUnauthorized()))
                    .isEqualTo("{\"status\":\"error\",\"message\":\"session revoked\",\"data\":{}}");
        }
    }

    @Test
    void aRepeatedRegistrationOrLoginIsOneSession() {
        String key = "gateway:" + email;
        Map<String, String> login = Map.of("user", email, "password", PASSWORD);

        String first = body(
                api.postOnce("/auth/register/", key, newcomer()).expectStatus().isCreated());
        assertThat(body(other.postOnce("/auth/register/", key, newcomer())
                        .expectStatus()
                        .isCreated()))
                .isEqualTo(first);
        List<String> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(n -> body((n % 2 == 0 ? api : other).postOnce("/auth/login/", key, login)))
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
        assertThat(tokens(token(json(api.postOnce("/auth/login/", key, login)).get("data")))
                        .get("count")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void loginsAtOnceAreSessionsOfTheirOwn() {
        registered();

        List<String> tokens = IntStream.range(0, 4)
                .parallel()
                .mapToObj(n -> token(login(Map.of("user", email, "password", PASSWORD))))
                .distinct()
                .toList();

        assertThat(tokens).hasSize(4);
    }

    @Test
    void aChangedPasswordEndsEveryTokenFromBefore() {
        String token = token(registered());
        api.call(
                        HttpMethod.PUT,
                        "/v1/auth/password",
                        token,
                        Map.of("currentPassword", PASSWORD, "newPassword", "another quiet day"))
                .expectStatus()
                .isOk();

        other.getBearer("/user/", token).expectStatus().isUnauthorized();
        assertThat(token(json(attempt(email, "another quiet day")).get("data"))).isNotEqualTo(token);
    }

    @Test
    void rolesAreGroupsAndTheTypeIsWhatAnAdministratorSays() {
        JsonNode made = registered();
        String id = made.get("user").get("identifier").stringValue();
        USERS.setAttributes(id, Map.of("type", "staff")).expectStatus().isOk();
        USERS.setRoles(id, List.of("user", "editor")).expectStatus().isOk();

        JsonNode user = json(other.getBearer("/user", token(made))).get("data").get("user");

        assertThat(user.get("groups").stringValue()).isEqualTo("user, editor");
        assertThat(user.get("type").stringValue()).isEqualTo("staff");
        assertThat(user.get("updated").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    }

    private Map<String, Object> newcomer() {
        return new LinkedHashMap<>(Map.of(
                "first_name", "A", "last_name", "B", "email", email, "password1", PASSWORD, "password2", PASSWORD));
    }

    private JsonNode registered() {
        return register(newcomer());
    }

    private JsonNode register(Map<String, Object> newcomer) {
        return json(api.post("/auth/register/", newcomer).expectStatus().isCreated())
                .get("data");
    }

    private ResponseSpec attempt(String user, String password) {
        return other.post("/auth/login/", Map.of("user", user, "password", password));
    }

    private JsonNode login(Object body) {
        return json(api.post("/auth/login/", body).expectStatus().isCreated()).get("data");
    }

    private JsonNode tokens(String token) {
        return json(other.getBearer("/auth/tokens/", token).expectStatus().isOk())
                .get("data");
    }

    private ResponseSpec end(String key, String token, String idempotencyKey) {
        return api.raw()
                .delete()
                .uri("/auth/tokens/" + key + "/")
                .header(HttpHeaders.AUTHORIZATION, "Token " + token)
                .header(HeaderNames.IDEMPOTENCY_KEY, idempotencyKey)
                .exchange();
    }

    private ResponseSpec endByCookie(String key, String token) {
        return api.raw()
                .delete()
                .uri("/auth/tokens/" + key)
                .cookie("auth_session", token)
                .header(HeaderNames.IDEMPOTENCY_KEY, "one key of both")
                .exchange();
    }

    private String lastSession(String expression) {
        return TestDatabase.ask(
                TestPair.DATABASE,
                "SELECT " + expression + " FROM sessions s JOIN identities i ON i.id = s.identity_id WHERE i.email = '"
                        + email + "' ORDER BY s.created_at DESC LIMIT 1");
    }

    private static String orNull(String text) {
        return text.isEmpty() ? "null" : text;
    }

    private static String token(JsonNode data) {
        return data.get("token").stringValue();
    }

    private static String body(ResponseSpec answer) {
        return json(answer).toString();
    }
}
