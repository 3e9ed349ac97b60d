package io.authsvcs.auth.contract.altegio;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.admin.TestPartners;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import io.authsvcs.common.HeaderNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AltegioTest {
    private static final String V2 = "application/vnd.api.v2+json";
    private static final String STRANGER = error("Authentication needed.");
    private static final String WRONG = error("Invalid login or password.");
    private static final String DENIED = error("Access denied.");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final TestApi one = TestPair.one();
    private final TestApi other = TestPair.other();
    private final TestPartners partners = new TestPartners(one);
    private final JsonNode partner = partners.create();
    private final String email = anEmail();

    @Test
    void whoCallsIsAskedBeforeWhatTheyWant() {
        JsonNode disabled = partners.create();
        partners.post(disabled, "disable").expectStatus().isOk();

        assertAnswer(post("Bearer nobody", "application/vnd.api.v1+json", "no JSON"), 401, STRANGER);
        assertAnswer(post(bearer(disabled), "application/vnd.api.v1+json", "no JSON"), 403, DENIED);
        assertAnswer(
                post(bearer(partner), "application/vnd.api.v1+json", "no JSON"),
                404,
                "{\"success\":false,\"data\":null,\"meta\":[]}");
        assertAnswer(post(bearer(partner), V2, "no JSON"), 400, error("The body isn't well-formed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic eDp5", "Token x", "Bearer x, User y", "Bearer ,"})
    void whatIsNoTokenOfAPartnerIsNobodys(String authorization) {
        post(authorization, V2, credentials("x"))
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueMatches(HttpHeaders.WWW_AUTHENTICATE, "Bearer .*")
                .expectBody(String.class)
                .isEqualTo(STRANGER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/vnd.api.v2+json | 201 | application/vnd.api.v2+json",
                "Application/VND.API.V2+json | 201 | application/vnd.api.v2+json",
                "text/html, application/vnd.api.v2+json;q=0.1 | 201 | application/vnd.api.v2+json",
                "application/vnd.api.v1+json, application/vnd.api.v2+json | 201 | application/vnd.api.v2+json",
                "*/* | 201 | application/json",
                "application/* | 201 | application/json",
                "application/json, text/plain, */* | 201 | application/json",
                "application/vnd.api.v1+json, */* | 201 | application/json",
                "nonsense | 201 | application/json",
                "application/vnd.api.v1+json | 404 | application/json",
                "application/vnd.api.v22+json | 404 | application/json",
                "application/vnd.api.v3+json, application/vnd.api.v1+json | 404 | application/json",
                "application/vnd.api.v3+json, application/vnd.api.v2+json;q=0 | 404 | application/json",
            })
    void theTypeOfTheAnswerIsWhatAcceptAsksFor(String accept, int status, String type) {
        one.register(email);

        post(bearer(partner), accept, credentials(email))
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(type);
    }

    @Test
    void whoSaysNothingOfTheVersionGetsTheSecond() {
        one.register(email);

        request("/auth", bearer(partner))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(credentials(email))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+PHONE", "PHONE", "+1 PHONE10", "PHONE10", "NAME", "EMAIL"})
    void everySpellingOfALoginIsOnePerson(String spelling) {
        String phone = "1315555" + (1000 + NUMBERS.getAndIncrement());
        String name = "j.smith" + phone;
        one.post(
                        "/v1/auth/register",
                        Map.of("email", email, "phoneNumber", "+" + phone, "userName", name, "password", PASSWORD))
                .expectStatus()
                .isCreated();
        String login = spelling.replace("PHONE10", phone.substring(1))
                .replace("PHONE", phone)
                .replace("NAME", name)
                .replace("EMAIL", email);

        JsonNode data = logIn(one, partner, login);

        assertThat(data.get("phone").stringValue()).isEqualTo("+" + phone);
        assertThat(data.get("login").stringValue()).isEqualTo(name);
        assertThat(data.get("email").stringValue()).isEqualTo(email);
        assertThat(data.get("name").stringValue())
                .as("without a name of their own")
                .isEqualTo(name);
    }

    @Test
    void aNumberOfAnotherCountryMayLackItsPlusAsWell() {
        String phone = "4915112345" + (100 + NUMBERS.getAndIncrement());
        one.post("/v1/auth/register", Map.of("phoneNumber", "+" + phone, "password", PASSWORD))
                .expectStatus()
                .isCreated();

        assertThat(logIn(one, partner, phone).get("phone").stringValue()).isEqualTo("+" + phone);
    }

    @Test
    void aNumberThatFitsAPlanIsTakenForInternationalWhereBothWouldDo() {
        String phone = "4722555" + (100 + NUMBERS.getAndIncrement());
        one.post("/v1/auth/register", Map.of("phoneNumber", "+" + phone, "password", PASSWORD))
                .expectStatus()
                .isCreated();

        assertThat(logIn(one, partner, phone).get("phone").stringValue()).isEqualTo("+" + phone);
    }

    @Test
    void whatIsNotKnownIsEmpty() {
        one.register(email);

        JsonNode data = logIn(one, partner, email);

        assertThat(data.get("id").isIntegralNumber()).isTrue();
        assertThat(data.toString().replaceAll("\"(id|user_token)\":[^,]+,", ""))
                .isEqualTo("{\"name\":\"\",\"phone\":\"\",\"login\":\"\",\"email\":\"" + email
                        + "\",\"avatar\":\"\",\"is_approved\":true,\"is_email_confirmed\":false}");
    }

    @Test
    void anAdministratorsAttributesAreShown() {
        one.register(email);
        inDatabase("attributes = '{\"avatar\":\"https://example.com/a.png\"}', confirmed_email_key = email_key,"
                + " first_name = 'James', last_name = 'Smith'");

        JsonNode data = logIn(one, partner, email);

        assertThat(data.get("avatar").stringValue()).isEqualTo("https://example.com/a.png");
        assertThat(data.get("is_email_confirmed").booleanValue()).isTrue();
        assertThat(data.get("name").stringValue()).isEqualTo("James Smith");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {\"login\":[\"Is required\"],\"password\":[\"Is required\"]}",
                "{\"login\":\"\",\"password\":null} | {\"login\":[\"Is required\"],\"password\":[\"Is required\"]}",
                "{\"login\":13155550175,\"password\":true} | {\"login\":[\"Must be a string\"],\"password\":[\"Must be a string\"]}",
                "{\"login\":[\"x\"],\"password\":\"x\"} | {\"login\":[\"Must be a string\"]}",
            })
    void everyFieldThatIsWrongIsNamed(String body, String errors) {
        assertAnswer(
                post(bearer(partner), V2, body),
                400,
                "{\"success\":false,\"data\":null,\"meta\":{\"message\":\"Invalid request\",\"errors\":" + errors
                        + "}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "+", "x y", "+00000", "\u202e", "😀", "1", "nobody"})
    void whatCanBeNobodysLoginIsAWrongOne(String login) {
        assertAnswer(post(bearer(partner), V2, credentials(login)), 401, WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "disabled", "deleted"})
    void onlyWhoKnowsThePasswordLearnsOfASomebodyInactive(String status) {
        one.register(email);
        inDatabase("status = '" + status + "'");

        assertAnswer(post(bearer(partner), V2, "{\"login\":\"" + email + "\",\"password\":\"wrong\"}"), 401, WRONG);
    }

    @Test
    void theKeyOfSomebodyPendingLeadsNowhereUntilTheyAreActive() {
        one.register(email);
        inDatabase("status = 'pending'");

        JsonNode data = logIn(one, partner, email);

        assertThat(data.get("is_approved").booleanValue()).isFalse();
        assertThat(verdict(other, partner, key(data))).contains("user inactive");
        assertThat(key(logIn(other, partner, email))).isEqualTo(key(data));
        assertThat(sessions()).isEqualTo("1");
        inDatabase("status = 'active'");
        assertAlive(key(data));
    }

    @Test
    void theKeyIsTheSameAtEveryLoginOnEveryInstance() {
        one.register(email);

        String key = key(logIn(one, partner, email));

        assertThat(key).matches("[A-Za-z0-9]{25}");
        assertThat(key(logIn(other, partner, email))).isEqualTo(key);
        assertThat(sessions()).isEqualTo("1");
        assertAlive(key);
    }

    @Test
    void loginsAtOnceLeadToOneSession() throws InterruptedException {
        one.register(email);
        List<Callable<String>> logins = IntStream.range(0, 8)
                .<Callable<String>>mapToObj(i -> () -> key(logIn(i % 2 == 0 ? one : other, partner, email)))
                .toList();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<String> keys =
                    callers.invokeAll(logins).stream().map(Future::resultNow).toList();

            assertThat(keys.stream().distinct()).hasSize(1);
        }
        assertThat(sessions()).isEqualTo("1");
    }

    @Test
    void aKeyIsOnePartnersOwn() {
        JsonNode rival = partners.create();
        one.register(email);
        String key = key(logIn(one, partner, email));

        assertThat(key(logIn(one, rival, email))).isNotEqualTo(key);
        assertThat(verdict(one, rival, key)).contains("jwt malformed");
        assertAlive(key);
    }

    @Test
    void aKeyAdministersNothingWhoeversItIs() {
        one.register(email);
        inDatabase("roles = '{user,admin,operator}'");
        String own = one.login(email).get("token").stringValue();
        String key = key(logIn(one, partner, email));

        one.getBearer("/v1/admin/users", own).expectStatus().isOk();
        one.getBearer("/v1/admin/users", key).expectStatus().isForbidden();
        assertThat(one.validate(key).get("roles").toString()).isEqualTo("[\"user\"]");
    }

    @Test
    void whatTheKeysOfADisabledPartnerLedToIsDead() {
        one.register(email);
        String key = key(logIn(one, partner, email));
        JsonNode reissued =
                json(one.postBearer("/auth/token", key).expectStatus().isCreated());
        List<String> tokens = List.of(key, reissued.get("token").stringValue());

        partners.post(partner, "disable").expectStatus().isOk();

        assertThat(tokens)
                .extracting(token -> other.validate(token).get("reason").stringValue())
                .containsOnly("session revoked");
        partners.post(partner, "enable").expectStatus().isOk();
        assertThat(tokens)
                .allMatch(token -> other.validate(token).get("isValid").booleanValue());
    }

    @Test
    void aKeyAloneChangesNoPassword() {
        one.register(email);
        String key = key(logIn(one, partner, email));

        one.call(
                        HttpMethod.PUT,
                        "/api/authorization/password",
                        key,
                        Map.of("newPassword", "orange giraffe 7", "confirmPassword", "orange giraffe 7"))
                .expectStatus()
                .isForbidden();

        assertAlive(key);
        one.login(email);
    }

    @Test
    void whatAChangedPasswordLeavesBehindIsEndedByTheNextKey() {
        String token = one.register(email).get("token").stringValue();
        logIn(one, partner, email);
        one.call(
                        HttpMethod.PUT,
                        "/v1/auth/password",
                        token,
                        Map.of("currentPassword", PASSWORD, "newPassword", "orange giraffe 7"))
                .expectStatus()
                .isOk();

        post(bearer(partner), V2, "{\"login\":\"" + email + "\",\"password\":\"orange giraffe 7\"}")
                .expectStatus()
                .isCreated();

        assertThat(TestDatabase.ask(
                        TestPair.DATABASE,
                        "SELECT count(*) FROM sessions s JOIN identities i ON i.id = s.identity_id WHERE email = '"
                                + email + "' AND expires_at IS NULL AND ended_at IS NULL"))
                .isEqualTo("1");
    }

    @Test
    void aLimitOfSessionsLeavesAPartnersKeyAlone() {
        try (TestInstance limited = TestInstance.start(TestPair.DATABASE, "auth.session.limit=2")) {
            TestApi api = new TestApi(limited);
            api.register(email);
            String key = key(logIn(api, partner, email));

            api.login(email);
            api.login(email);

            assertAlive(key);
        }
    }

    @Test
    void anotherPasswordIsAnotherKeyAndTheOldOneIsDead() {
        String token = one.register(email).get("token").stringValue();
        String key = key(logIn(one, partner, email));

        one.call(
                        HttpMethod.PUT,
                        "/v1/auth/password",
                        token,
                        Map.of("currentPassword", PASSWORD, "newPassword", "orange giraffe 7"))
                .expectStatus()
                .isOk();

        assertThat(verdict(other, partner, key)).contains("session revoked");
        assertAnswer(post(bearer(partner), V2, credentials(email)), 401, WRONG);
        String next =
                key(data(post(bearer(partner), V2, "{\"login\":\"" + email + "\",\"password\":\"orange giraffe 7\"}")));
        assertThat(next).isNotEqualTo(key);
        assertAlive(next);
    }

    @Test
    void afterALogoutTheNextLoginBringsTheKeyBackToLife() {
        one.register(email);
        String key = key(logIn(one, partner, email));

        one.postBearer("/v1/auth/logout", key).expectStatus().isOk();

        assertThat(verdict(other, partner, key)).contains("session revoked");
        assertThat(key(logIn(other, partner, email))).isEqualTo(key);
        assertAlive(key);
    }

    @Test
    void aClientMaySendTheUsersKeyWhenItLogsInAgain() {
        one.register(email);
        String key = key(logIn(one, partner, email));

        assertThat(key(data(post(bearer(partner) + ", User " + key, V2, credentials(email)))))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
    void theSchemeIsReadInAnySpelling(String scheme) {
        one.register(email);

        String key = key(data(post(scheme + partner.get("token").stringValue(), V2, credentials(email))));

        assertAlive(key);
    }

    @Test
    void aRepeatedLoginIsAnsweredAlikeAndRecordedOnce() {
        one.register(email);

        List<String> keys = List.of(one, other).stream()
                .map(api -> request(api, "/auth", bearer(partner))
                        .header(HeaderNames.IDEMPOTENCY_KEY, "gateway:altegio" + email)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(credentials(email))
                        .exchange())
                .map(response -> key(data(response)))
                .toList();

        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
        assertThat(TestDatabase.ask(
                        TestPair.DATABASE,
                        "SELECT count(*) FROM audit_events WHERE action = 'login' AND subject = "
                                + "(SELECT id FROM identities WHERE email = '" + email + "')"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | {\"login\":\"a\",\"login\":\"b\"} | 400 | The body has a field twice",
                "application/json | [] | 400 | The body must be a JSON object",
                "application/json | `` | 400 | The body is empty",
                "application/json | {\"login\":\"a\\u0000\"} | 400 | The body has a text with NUL or half a surrogate pair",
                "text/plain | login | 415 | The body must be application/json, in UTF-8 and without a Content-Encoding",
            })
    void aBodyThatCannotBeReadIsAnErrorOfThisApi(String type, String body, int status, String message) {
        ResponseSpec response = request("/auth/", bearer(partner))
                .accept(MediaType.parseMediaType(V2))
                .contentType(MediaType.parseMediaType(type))
                .bodyValue(body)
                .exchange();

        assertAnswer(response, status, error(message));
    }

    @Test
    void twoAuthorizationsAreAnErrorOfThisApi() {
        ResponseSpec response = one.raw()
                .post()
                .uri("/auth")
                .header(HttpHeaders.AUTHORIZATION, bearer(partner), bearer(partner))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(credentials(email))
                .exchange();

        assertAnswer(response, 400, error("More than one Authorization header"));
    }

    private JsonNode logIn(TestApi api, JsonNode by, String login) {
        return data(request(api, "/auth", bearer(by))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(credentials(login))
                .exchange());
    }

    private ResponseSpec post(String authorization, String accept, String body) {
        return request("/auth", authorization)
                .header(HttpHeaders.ACCEPT, accept)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private RequestBodySpec request(String path, String authorization) {
        return request(one, path, authorization);
    }

    private static RequestBodySpec request(TestApi api, String path, String authorization) {
        return api.raw().post().uri(path).header(HttpHeaders.AUTHORIZATION, authorization);
    }

    private void assertAlive(String key) {
        assertThat(verdict(other, partner, key)).contains("\"isValid\":true");
        assertThat(other.validate(key).get("isValid").booleanValue()).isTrue();
    }

    private static String verdict(TestApi api, JsonNode partner, String key) {
        return json(api.raw()
                        .get()
                        .uri("/v1/auth/validate")
                        .header(HttpHeaders.AUTHORIZATION, bearer(partner) + ",User " + key)
                        .exchange())
                .toString();
    }

    private void inDatabase(String change) {
        TestDatabase.execute(TestPair.DATABASE, "UPDATE identities SET " + change + " WHERE email = '" + email + "'");
    }

    /** Beside the one that registering opened. */
    private String sessions() {
        return TestDatabase.ask(
                TestPair.DATABASE,
                "SELECT count(*) - 1 FROM sessions s JOIN identities i ON i.id = s.identity_id WHERE email = '" + email
                        + "'");
    }

    private static void assertAnswer(ResponseSpec response, int status, String body) {
        response.expectStatus().isEqualTo(status).expectBody(String.class).isEqualTo(body);
    }

    private static JsonNode data(ResponseSpec response) {
        byte[] body =
                response.expectStatus().isCreated().expectBody().returnResult().getResponseBody();
        return new JsonMapper()
                .readTree(new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8))
                .get("data");
    }

    private static String key(JsonNode data) {
        return data.get("user_token").stringValue();
    }

    private static String bearer(JsonNode partner) {
        return "Bearer " + partner.get("token").stringValue();
    }

    private static String credentials(String login) {
        return "{\"login\":\"" + login + "\",\"password\":\"" + PASSWORD + "\"}";
    }

    private static String error(String message) {
        return "{\"success\":false,\"data\":null,\"meta\":{\"message\":\"" + message + "\"}}";
    }
}
