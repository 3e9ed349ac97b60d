package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.PUT;

import io.authsvcs.auth.TestDatabase;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Sessions whose length nobody has chosen end two hours after their last use, which is known to a minute. */
class IdleSessionsTest {
    private static final String WITHIN = "2 hours 30 seconds";
    private static final String BEYOND = "2 hours 61 seconds";

    private final TestApi one = TestPair.one();
    private final TestApi other = TestPair.other();

    @Test
    void whatIsLeftAloneForTooLongIsRevokedOnEveryInstance() {
        JsonNode login = one.register(anEmail());
        leaveAlone(login, BEYOND);

        for (TestApi api : List.of(one, other)) {
            assertThat(text(api.validate(text(login, "token")), "reason")).isEqualTo("session revoked");
            JsonNode refused =
                    json(api.refresh(text(login, "refreshToken")).expectStatus().isUnauthorized());
            assertThat(text(refused, "reason")).isEqualTo("session revoked");
        }
    }

    @Test
    void itIsNoLongerShownToItsOwner() {
        String email = anEmail();
        JsonNode left = one.register(email);
        leaveAlone(left, BEYOND);

        assertThat(json(one.getBearer("/v1/auth/sessions", text(one.login(email), "token")))
                        .get("sessions")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void whatIsUsedInTimeLivesOn() {
        JsonNode login = one.register(anEmail());
        leaveAlone(login, WITHIN);

        assertThat(isValid(other, login)).isTrue();

        awaitNoted(login);
    }

    @Test
    void aRefreshIsAUse() {
        JsonNode login = one.register(anEmail());
        leaveAlone(login, WITHIN);

        one.refresh(text(login, "refreshToken")).expectStatus().isOk();

        assertThat(isNoted(login)).isTrue();
    }

    @Test
    void aUseThatComesTooLateRevivesNothing() {
        JsonNode tooLate = one.register(anEmail());
        JsonNode inTime = one.register(anEmail());
        leaveAlone(tooLate, BEYOND);
        leaveAlone(inTime, WITHIN);

        one.validate(text(tooLate, "token"));
        one.validate(text(inTime, "token"));
        awaitNoted(inTime);

        assertThat(isNoted(tooLate)).isFalse();
        assertThat(isValid(one, tooLate)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"isPersistent\":true", "\"sessionDuration\":36000", "\"sessionDuration\":0"})
    void whoHasChosenHowLongIsLeftAlone(String wish) {
        String email = anEmail();
        one.register(email);
        JsonNode login = json(one.post(
                        "/v1/auth/login",
                        "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"," + wish + "}")
                .expectStatus()
                .isOk());
        leaveAlone(login, "9 hours");

        assertThat(isValid(other, login)).isTrue();
    }

    @Test
    void slidesTenHoursAreTenHoursAndTheUseOfItsTokenIsNoted() {
        String email = anEmail();
        JsonNode registered = one.register(email);
        String token = json(one.post("/auth/login/", Map.of("user", email, "password", PASSWORD))
                        .expectStatus()
                        .isCreated())
                .get("data")
                .get("token")
                .stringValue();
        leaveAlone(registered, "9 hours");

        assertThat(one.validate(token).get("isValid").booleanValue()).isTrue();

        awaitNoted(registered);
    }

    @Test
    void aPasswordThatIsChangedChangesNothingAboutIt() {
        JsonNode login = one.register(anEmail());
        JsonNode next = json(one.call(
                        PUT,
                        "/v1/auth/password",
                        text(login, "token"),
                        Map.of("currentPassword", PASSWORD, "newPassword", "orange giraffe 7"))
                .expectStatus()
                .isOk());
        leaveAlone(next, BEYOND);

        assertThat(isValid(one, next)).isFalse();
    }

    private static void leaveAlone(JsonNode login, String length) {
        TestDatabase.execute(
                TestPair.DATABASE,
                "UPDATE sessions SET last_seen_at = now() - interval '" + length + "' WHERE identity_id = '"
                        + text(login, "userID") + "'");
    }

    private static void awaitNoted(JsonNode login) {
        Awaitility.await().until(() -> isNoted(login));
    }

    private static boolean isNoted(JsonNode login) {
        return TestDatabase.ask(
                        TestPair.DATABASE,
                        "SELECT max(last_seen_at) > now() - interval '1 minute' FROM sessions WHERE identity_id = '"
                                + text(login, "userID") + "'")
                .equals("t");
    }

    private static boolean isValid(TestApi api, JsonNode login) {
        return api.validate(text(login, "token")).get("isValid").booleanValue();
    }

    private static String text(JsonNode answer, String field) {
        return answer.get(field).stringValue();
    }
}
