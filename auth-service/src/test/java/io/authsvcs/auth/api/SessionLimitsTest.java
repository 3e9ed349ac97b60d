package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a deployment may set of sessions. */
class SessionLimitsTest {
    private static final TestInstance LIMITED = TestInstance.start(
            TestPair.DATABASE, "auth.session.limit=2", "auth.session.longest=20h", "auth.session.idle=5m");

    private final TestApi api = new TestApi(LIMITED);

    @AfterAll
    static void close() {
        LIMITED.close();
    }

    @Test
    void whereThereIsALimitTheOldestSessionEnds() {
        String email = anEmail();
        JsonNode first = api.register(email);
        JsonNode second = api.login(email);
        JsonNode third = api.login(email);

        assertThat(reason(first)).isEqualTo("session revoked");
        assertThat(isValid(second)).isTrue();
        assertThat(isValid(third)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "without an end, 0, false, PT20H",
        "too long, 72001, false, PT20H",
        "as long as may be, 72000, false, PT20H",
        "persistent, , true, PT20H",
        "as the settings have it, , false, PT10H",
    })
    void noSessionIsLongerThanTheLongest(String what, @Nullable Integer wished, boolean persistent, Duration length) {
        String email = anEmail();
        api.register(email);
        Map<String, Object> login = Map.of("email", email, "password", PASSWORD, "isPersistent", persistent);
        JsonNode opened = json(api.post("/v1/auth/login", wished == null ? login : with(login, wished))
                .expectStatus()
                .isOk());

        JsonNode session = json(api.getBearer("/v1/auth/sessions", text(opened, "token")))
                .get("sessions")
                .get(0);

        Instant begun = Instant.parse(text(session, "createdAt"));
        assertThat(Instant.parse(text(session, "expiresAt"))).isEqualTo(begun.plus(length));
    }

    @Test
    void howLongASessionMayBeLeftAloneIsWhatTheSettingSaidWhenItBegan() {
        JsonNode begunHere = api.register(anEmail());
        JsonNode begunElsewhere = TestPair.one().register(anEmail());

        leaveAlone(begunHere, "5 minutes 61 seconds");
        leaveAlone(begunElsewhere, "5 minutes 61 seconds");

        assertThat(reason(begunHere)).isEqualTo("session revoked");
        assertThat(isValid(begunElsewhere)).isTrue();
    }

    private static Map<String, Object> with(Map<String, Object> login, Integer seconds) {
        return Map.of("email", login.get("email"), "password", login.get("password"), "sessionDuration", seconds);
    }

    private static void leaveAlone(JsonNode login, String length) {
        TestDatabase.execute(
                TestPair.DATABASE,
                "UPDATE sessions SET last_seen_at = now() - interval '" + length + "' WHERE identity_id = '"
                        + text(login, "userID") + "'");
    }

    private String reason(JsonNode login) {
        return text(api.validate(text(login, "token")), "reason");
    }

    private boolean isValid(JsonNode login) {
        return api.validate(text(login, "token")).get("isValid").booleanValue();
    }

    private static String text(JsonNode answer, String field) {
        return answer.get(field).stringValue();
    }
}
