package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.TestMail;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class PasswordResetTest {
    private static final String NEW_PASSWORD = "orange giraffe 7";
    private static final String DATABASE = TestDatabase.create();
    private static final TestMail MAIL = TestMail.create();
    private static final TestInstance ONE = TestInstance.start(DATABASE, MAIL.setting());
    private static final TestInstance OTHER = TestInstance.start(DATABASE, MAIL.setting());

    private final TestApi api = new TestApi(ONE);
    private final TestApi elsewhere = new TestApi(OTHER);
    private final String email = anEmail();

    @AfterAll
    static void stop() {
        ONE.close();
        OTHER.close();
    }

    @Test
    void everySessionIsDeadEverywhereBeforeTheAnswer() {
        JsonNode phone = api.register(email);
        JsonNode laptop = elsewhere.login(email);
        String token = forget();

        assertThat(json(reset(api, token).expectStatus().isOk()).toString()).isEqualTo("{}");

        for (TestApi instance : List.of(elsewhere, api)) {
            for (JsonNode session : List.of(phone, laptop)) {
                assertThat(instance.validate(session.get("token").stringValue()).toString())
                        .isEqualTo("{\"isValid\":false,\"reason\":\"session revoked\"}");
            }
        }
        elsewhere
                .refresh(laptop.get("refreshToken").stringValue())
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void itGoesAroundNoSecondFactor() {
        TestSecondFactor.active(api, email, api.register(email));

        reset(api, forget()).expectStatus().isOk();

        elsewhere
                .post("/v1/auth/login", Map.of("email", email, "password", NEW_PASSWORD))
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("Second factor required");
    }

    @Test
    void onlyTheNewPasswordIsGoodThen() {
        api.register(email);

        reset(elsewhere, forget()).expectStatus().isOk();

        logIn(api, PASSWORD).expectStatus().isUnauthorized();
        logIn(api, NEW_PASSWORD).expectStatus().isOk();
        assertThat(ask("SELECT version FROM credentials WHERE identity_id = " + subject()))
                .isEqualTo("1");
        assertThat(audited("forget-password", "refusal IS NULL AND actor IS NULL"))
                .isEqualTo("1");
        assertThat(audited("reset-password", "refusal IS NULL")).isEqualTo("1");
    }

    @Test
    void ofTwentyUsesAtOnceOneSucceeds() throws InterruptedException {
        api.register(email);
        String token = forget();

        List<HttpStatusCode> statuses = atOnce(20, i -> reset(i % 2 == 0 ? api : elsewhere, token));

        // On a busy machine some of them have waited for too long.
        assertThat(statuses)
                .containsOnlyOnce(HttpStatus.OK)
                .isSubsetOf(HttpStatus.OK, HttpStatus.BAD_REQUEST, HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(ask("SELECT version FROM credentials WHERE identity_id = " + subject()))
                .isEqualTo("1");
    }

    @Test
    void ofThreeTokensUsedAtOnceOneSucceeds() throws InterruptedException {
        api.register(email);
        forget();
        forget();
        forget();
        List<String> tokens = MAIL.awaitTokens(email, 3);

        List<HttpStatusCode> statuses = atOnce(3, i -> reset(i % 2 == 0 ? api : elsewhere, tokens.get(i)));

        assertThat(statuses).filteredOn(HttpStatus.OK::equals).hasSize(1);
        assertThat(ask("SELECT version FROM credentials WHERE identity_id = " + subject()))
                .isEqualTo("1");
    }

    @Test
    void theSameRequestAgainIsAnsweredAsBefore() {
        api.register(email);
        Map<String, String> body = Map.of("resetToken", forget(), "newPassword", NEW_PASSWORD);

        api.postOnce("/v1/auth/password/reset", "gateway:" + email, body)
                .expectStatus()
                .isOk();
        elsewhere
                .postOnce("/v1/auth/password/reset", "gateway:" + email, body)
                .expectStatus()
                .isOk();

        assertInvalid(elsewhere.postOnce("/v1/auth/password/reset", "gateway:other" + email, body));
        assertThat(ask("SELECT version FROM credentials WHERE identity_id = " + subject()))
                .isEqualTo("1");
    }

    @Test
    void aPasswordThatCannotBeSetCostsNoToken() {
        api.register(email);
        String token = forget();

        JsonNode answer =
                json(api.post("/v1/auth/password/reset", Map.of("resetToken", token, "newPassword", "password"))
                        .expectStatus()
                        .isBadRequest());

        assertThat(answer.get("errors").toString())
                .isEqualTo("[{\"field\":\"newPassword\",\"reason\":\"Is among the most common passwords."
                        + " Add another word or two. Uncommon words are better\"}]");
        reset(api, token).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "deleted"})
    void whoMayNotLogInMayNotReset(String status) {
        api.register(email);
        String token = forget();
        TestDatabase.execute(DATABASE, "UPDATE identities SET status = '" + status + "' WHERE id = " + subject());

        assertInvalid(reset(api, token));
        assertThat(audited("reset-password", "refusal = 'Invalid or expired token'"))
                .isEqualTo("1");
    }

    @Test
    void aTokenIsDeadOnceThePasswordWasChanged() {
        String session = api.register(email).get("token").stringValue();
        String token = forget();
        api.call(
                        HttpMethod.PUT,
                        "/v1/auth/password",
                        session,
                        Map.of("currentPassword", PASSWORD, "newPassword", "yellow elephant 5"))
                .expectStatus()
                .isOk();

        assertInvalid(reset(api, token));
    }

    @Test
    void aTokenIsDeadOnceTheAddressWasChanged() {
        api.register(email);
        String token = forget();
        TestDatabase.execute(
                DATABASE,
                "UPDATE identities SET email = 'new' || email, email_key = 'new' || email_key WHERE id = " + subject());

        assertInvalid(reset(api, token));
    }

    @Test
    void anExpiredTokenIsInvalid() {
        api.register(email);
        String token = forget();
        TestDatabase.execute(DATABASE, "UPDATE action_tokens SET expires_at = now() WHERE identity_id = " + subject());

        assertInvalid(reset(api, token));
        assertInvalid(reset(api, "nonsense"));
    }

    @Test
    void whoHasHadNoPasswordGetsOne() {
        api.register(email);
        TestDatabase.execute(DATABASE, "DELETE FROM credentials WHERE identity_id = " + subject());

        reset(api, forget()).expectStatus().isOk();

        logIn(elsewhere, NEW_PASSWORD).expectStatus().isOk();
    }

    @Test
    void anHourBringsThreeMessagesAtMostHoweverManyAskAtOnce() throws InterruptedException {
        api.register(email);

        List<HttpStatusCode> statuses = atOnce(10, i -> ask(i % 2 == 0 ? api : elsewhere, email));

        assertThat(statuses).containsOnly(HttpStatus.ACCEPTED);
        assertThat(ask("SELECT count(*) FROM action_tokens WHERE identity_id = " + subject()))
                .isEqualTo("3");
    }

    @Test
    void askingAgainByTheSameRequestSendsOneMessage() {
        api.register(email);
        Map<String, String> body = Map.of("email", email);

        api.postOnce("/v1/auth/password/forgot", "gateway:forgot" + email, body)
                .expectStatus()
                .isEqualTo(HttpStatus.ACCEPTED);
        elsewhere
                .postOnce("/v1/auth/password/forgot", "gateway:forgot" + email, body)
                .expectStatus()
                .isEqualTo(HttpStatus.ACCEPTED);

        assertThat(ask("SELECT count(*) FROM action_tokens WHERE identity_id = " + subject()))
                .isEqualTo("1");
    }

    @Test
    void theTokenIsNowhereInTheDatabase() {
        api.register(email);
        ask(api, email);
        String token = MAIL.awaitToken(email);
        ask(elsewhere, email);
        reset(api, token).expectStatus().isOk();
        assertInvalid(reset(api, token));
        byte[] bytes = Base64.getUrlDecoder().decode(token);

        String everything = TestDatabase.dump(DATABASE);

        assertThat(everything)
                .contains(email)
                .doesNotContain(token, token.substring(22))
                .doesNotContainIgnoringCase(HexFormat.of().formatHex(bytes, 16, bytes.length));
    }

    @Test
    void whatIsNoAddressIsToldSo() {
        assertThat(json(api.post("/v1/auth/password/forgot", Map.of("email", "nobody"))
                                .expectStatus()
                                .isBadRequest())
                        .get("errors")
                        .toString())
                .isEqualTo("[{\"field\":\"email\",\"reason\":\"Must be an e-mail address\"}]");
        assertThat(json(api.post("/v1/auth/password/forgot", "{}")
                                .expectStatus()
                                .isBadRequest())
                        .get("errors")
                        .toString())
                .isEqualTo("[{\"field\":\"email\",\"reason\":\"Is required\"}]");
    }

    /** Asks for a message and waits for it; the token in it. */
    private String forget() {
        int before = MAIL.tokens(email).size();
        ask(api, email).expectStatus().isEqualTo(HttpStatus.ACCEPTED);
        return MAIL.awaitTokens(email, before + 1).getLast();
    }

    private static ResponseSpec ask(TestApi instance, String email) {
        return instance.post("/v1/auth/password/forgot", Map.of("email", email));
    }

    private static ResponseSpec reset(TestApi instance, String token) {
        return instance.post("/v1/auth/password/reset", Map.of("resetToken", token, "newPassword", NEW_PASSWORD));
    }

    private ResponseSpec logIn(TestApi instance, String password) {
        return instance.post("/v1/auth/login", Map.of("email", email, "password", password));
    }

    private static List<HttpStatusCode> atOnce(int many, IntToResponse call) throws InterruptedException {
        List<Callable<HttpStatusCode>> calls = IntStream.range(0, many)
                .<Callable<HttpStatusCode>>mapToObj(
                        i -> () -> call.apply(i).returnResult(Void.class).getStatus())
                .toList();
        try (ExecutorService callers = Executors.newFixedThreadPool(many)) {
            return callers.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private static void assertInvalid(ResponseSpec response) {
        assertThat(json(response.expectStatus().isBadRequest()).toString())
                .isEqualTo("{\"reason\":\"Invalid request\","
                        + "\"errors\":[{\"field\":\"resetToken\",\"reason\":\"Invalid or expired\"}]}");
    }

    private String subject() {
        return "(SELECT id FROM identities WHERE email = '" + email + "')";
    }

    private static String ask(String sql) {
        return TestDatabase.ask(DATABASE, sql);
    }

    private String audited(String action, String condition) {
        return ask("SELECT count(*) FROM audit_events WHERE subject = " + subject() + " AND action = '" + action
                + "' AND " + condition);
    }

    private interface IntToResponse {
        ResponseSpec apply(int number);
    }
}
