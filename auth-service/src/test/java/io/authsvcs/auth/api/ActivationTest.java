package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.TestMail;
import io.authsvcs.common.InvalidSetting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A deployment in which nobody can log in before they have proved their address. */
class ActivationTest {
    private static final String DATABASE = TestDatabase.create();
    private static final TestMail MAIL = TestMail.create();
    private static final TestInstance ONE =
            TestInstance.start(DATABASE, "auth.activation.required=true", MAIL.setting());
    private static final TestInstance OTHER =
            TestInstance.start(DATABASE, "auth.activation.required=true", MAIL.setting());

    private final TestApi api = new TestApi(ONE);
    private final TestApi elsewhere = new TestApi(OTHER);
    private final String email = anEmail();

    @AfterAll
    static void stop() {
        ONE.close();
        OTHER.close();
    }

    @Test
    void whoRegistersLogsInOnceTheyHaveProvedTheirAddress() {
        JsonNode registered = api.register(email);
        assertThat(registered.propertyNames()).containsExactly("userID");
        assertThat(reason(logIn(elsewhere).expectStatus().isUnauthorized())).isEqualTo("Invalid credentials");

        ResponseSpec activated = activate(elsewhere, MAIL.awaitToken(email));

        assertThat(json(activated.expectStatus().isOk()).toString()).isEqualTo("{}");
        assertThat(json(logIn(api).expectStatus().isOk()).get("userID")).isEqualTo(registered.get("userID"));
    }

    @Test
    void activatingTwiceIsFine() {
        api.register(email);
        String token = MAIL.awaitToken(email);

        activate(api, token).expectStatus().isOk();
        activate(elsewhere, token).expectStatus().isOk();

        assertThat(audited("activate")).as("done once").isEqualTo("1");
    }

    @Test
    void aRepeatedRegistrationIsOneUserWithOneMessage() {
        Map<String, String> body = Map.of("email", email, "password", PASSWORD);

        JsonNode first = json(api.postOnce("/v1/auth/register", "gateway:" + email, body)
                .expectStatus()
                .isCreated());
        JsonNode again = json(elsewhere
                .postOnce("/v1/auth/register", "gateway:" + email, body)
                .expectStatus()
                .isCreated());

        assertThat(again).isEqualTo(first);
        assertThat(messages()).isEqualTo("1");
    }

    @Test
    void whoCannotBeWrittenToCannotRegister() {
        JsonNode answer = json(api.post("/v1/auth/register", Map.of("phoneNumber", "8054900851", "password", PASSWORD))
                .expectStatus()
                .isBadRequest());

        assertThat(answer.get("errors").toString())
                .isEqualTo("[{\"field\":\"email\",\"reason\":\"Is required, for a message that proves it\"}]");
    }

    @Test
    void anythingElseIsNoActivationToken() {
        api.register(email);
        String token = MAIL.awaitToken(email);
        api.post("/v1/auth/password/forgot", Map.of("email", email));
        String forAnotherPurpose = MAIL.awaitTokens(email, 2).getLast();
        String spelledOtherwise = token + "=";

        for (String wrong : List.of("nonsense", forAnotherPurpose, spelledOtherwise)) {
            assertInvalid(activate(api, wrong));
        }
        activate(api, token).expectStatus().isOk();
    }

    @Test
    void anExpiredTokenIsInvalid() {
        api.register(email);
        String token = MAIL.awaitToken(email);
        TestDatabase.execute(DATABASE, "UPDATE action_tokens SET expires_at = now() WHERE identity_id = " + subject());

        assertInvalid(activate(api, token));
        logIn(api).expectStatus().isUnauthorized();
        assertThat(audited("activate' AND refusal = 'Invalid or expired token")).isEqualTo("1");
    }

    @Test
    void whoWasDisabledCannotActivateThemselves() {
        api.register(email);
        String token = MAIL.awaitToken(email);
        TestDatabase.execute(DATABASE, "UPDATE identities SET status = 'disabled' WHERE id = " + subject());

        assertInvalid(activate(api, token));
    }

    @Test
    void anotherMessageIsSentToWhomItHelpsAndNobodyLearnsWho() {
        api.register(email);
        String active = TestInstance.ADMIN_EMAIL;
        String unknown = anEmail();

        List<String> answers = List.of(email, active, unknown).stream()
                .map(each -> api.post("/v1/auth/activate/resend", Map.of("email", each))
                        .expectStatus()
                        .isEqualTo(HttpStatus.ACCEPTED)
                        .returnResult(String.class))
                .map(answer ->
                        answer.getResponseHeaders() + answer.getResponseBody().blockLast())
                .toList();

        assertThat(answers.stream().distinct()).hasSize(1).allMatch(answer -> answer.endsWith("{}"));
        activate(api, MAIL.awaitTokens(email, 2).getLast()).expectStatus().isOk();
        assertThat(MAIL.tokens(active)).isEmpty();
        assertThat(MAIL.tokens(unknown)).isEmpty();
        assertThat(audited("resend-activation")).isEqualTo("1");
    }

    @Test
    void anHourBringsThreeMessagesAtMost() {
        api.register(email);
        for (int i = 0; i < 5; i++) {
            api.post("/v1/auth/activate/resend", Map.of("email", email))
                    .expectStatus()
                    .isEqualTo(HttpStatus.ACCEPTED);
        }

        assertThat(messages()).isEqualTo("3");
    }

    @Test
    void aResetOfThePasswordProvesTheAddressAsWell() {
        api.register(email);
        api.post("/v1/auth/password/forgot", Map.of("email", email));
        String token = MAIL.awaitTokens(email, 2).getLast();

        api.post("/v1/auth/password/reset", Map.of("resetToken", token, "newPassword", PASSWORD))
                .expectStatus()
                .isOk();

        logIn(elsewhere).expectStatus().isOk();
    }

    @Test
    void withNowhereToSendMessagesTheStartIsRefused() {
        String database = TestDatabase.create();

        assertThatThrownBy(() -> TestInstance.launch(database, "auth.activation.required=true"))
                .rootCause()
                .isInstanceOfSatisfying(InvalidSetting.class, refused -> {
                    assertThat(refused).hasMessageContaining("AUTH_ACTIVATION_REQUIRED");
                    assertThat(refused.cure()).contains("AUTH_SMTP_HOST", "AUTH_MAIL_FOLDER");
                });
    }

    private ResponseSpec logIn(TestApi instance) {
        return instance.post("/v1/auth/login", Map.of("email", email, "password", PASSWORD));
    }

    private static ResponseSpec activate(TestApi instance, String token) {
        return instance.post("/v1/auth/activate", Map.of("activationToken", token));
    }

    private static void assertInvalid(ResponseSpec response) {
        assertThat(json(response.expectStatus().isBadRequest()).toString())
                .isEqualTo("{\"reason\":\"Invalid request\","
                        + "\"errors\":[{\"field\":\"activationToken\",\"reason\":\"Invalid or expired\"}]}");
    }

    private static String reason(ResponseSpec response) {
        return json(response).get("reason").stringValue();
    }

    private String subject() {
        return "(SELECT id FROM identities WHERE email = '" + email + "')";
    }

    private String messages() {
        return TestDatabase.ask(DATABASE, "SELECT count(*) FROM action_tokens WHERE identity_id = " + subject());
    }

    private String audited(String action) {
        return TestDatabase.ask(
                DATABASE,
                "SELECT count(*) FROM audit_events WHERE subject = " + subject() + " AND action = '" + action + "'");
    }
}
