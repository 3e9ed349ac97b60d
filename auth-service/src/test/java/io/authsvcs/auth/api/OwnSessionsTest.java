package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.PUT;

import io.authsvcs.auth.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

class OwnSessionsTest {
    private static final String OTHER_PASSWORD = "orange giraffe 7";

    private final TestApi one = TestPair.one();
    private final TestApi other = TestPair.other();

    @Test
    void oneSeesWhereOneIsSignedIn() {
        String email = anEmail();
        one.register(email);
        JsonNode login = json(one.raw()
                .post()
                .uri("/v1/auth/login")
                .header(HttpHeaders.USER_AGENT, "a browser")
                .header("X-Auth-Client-Address", "192.0.2.7")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("email", email, "password", PASSWORD, "sessionDuration", 0))
                .exchange()
                .expectStatus()
                .isOk());

        List<JsonNode> sessions = sessions(login);

        assertThat(sessions).hasSize(2);
        JsonNode latest = sessions.getFirst();
        assertThat(latest.get("client").stringValue()).isEqualTo("a browser");
        assertThat(latest.get("address").stringValue()).isEqualTo("192.0.2.7");
        assertThat(latest.get("current").booleanValue()).isTrue();
        assertThat(latest.has("expiresAt")).isFalse();
        assertThat(latest.propertyNames()).contains("sessionID", "createdAt", "lastSeenAt");
        assertThat(sessions.getLast().get("current").booleanValue()).isFalse();
        assertThat(sessions.getLast().has("expiresAt")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "as the settings have it | {} | PT10H",
                "persistent              | {\"isPersistent\":true} | PT720H",
                "as asked for            | {\"sessionDuration\":60} | PT1M",
                "asked for and persistent | {\"sessionDuration\":60,\"isPersistent\":true} | PT1M",
            })
    void aSessionLastsAsLongAsItShould(String what, String wish, Duration lifetime) {
        String email = anEmail();
        one.register(email);
        JsonNode login = json(one.post(
                        "/v1/auth/login",
                        "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\""
                                + wish.replaceFirst("\\{", wish.equals("{}") ? "" : ","))
                .expectStatus()
                .isOk());

        JsonNode session = sessions(login).getFirst();

        Instant begun = Instant.parse(text(session, "createdAt"));
        assertThat(Instant.parse(text(session, "expiresAt"))).isEqualTo(begun.plus(lifetime));
        assertThat(Instant.parse(text(login, "expiresAt")))
                .as("a token never outlives its session")
                .isBeforeOrEqualTo(Instant.parse(text(session, "expiresAt")));
    }

    @Test
    void oneSessionEndsEverywhereAndTheOthersLiveOn() {
        String email = anEmail();
        JsonNode first = one.register(email);
        JsonNode second = one.login(email);
        String id = text(one.validate(text(first, "token")), "sessionID");

        one.call(DELETE, "/v1/auth/sessions/" + id, text(second, "token"))
                .expectStatus()
                .isOk();

        assertDead(first);
        assertAlive(second);
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        JsonNode hers = one.register(anEmail());
        JsonNode his = one.register(anEmail());
        String id = text(one.validate(text(hers, "token")), "sessionID");

        for (String target : List.of(id, UUID.randomUUID().toString(), "x")) {
            JsonNode answer = json(one.call(DELETE, "/v1/auth/sessions/" + target, text(his, "token"))
                    .expectStatus()
                    .isNotFound());
            assertThat(text(answer, "reason")).isEqualTo("No such session");
        }
        assertAlive(hers);
    }

    @Test
    void allSessionsEndEverywhere() {
        String email = anEmail();
        JsonNode first = one.register(email);
        JsonNode second = other.login(email);

        one.call(DELETE, "/v1/auth/sessions", text(first, "token"))
                .expectStatus()
                .isOk();

        assertDead(first);
        assertDead(second);
        assertAlive(one.login(email));
    }

    @Test
    void allSessionsButTheOneAtHandEnd() {
        String email = anEmail();
        JsonNode first = one.register(email);
        JsonNode second = other.login(email);

        one.call(DELETE, "/v1/auth/sessions?except=current", text(second, "token"))
                .expectStatus()
                .isOk();

        assertDead(first);
        assertAlive(second);
        assertThat(sessions(second)).hasSize(1);
        one.refresh(text(second, "refreshToken")).expectStatus().isOk();
    }

    @Test
    void whoIsPutOutWhileSparingTheirOwnSessionIsOut() {
        JsonNode login = one.register(anEmail());
        List<CompletableFuture<Integer>> sparing = new ArrayList<>();

        TestDatabase.holding(
                TestPair.DATABASE,
                "UPDATE identities SET session_generation = session_generation + 1 WHERE id = '" + text(login, "userID")
                        + "'",
                1,
                () -> sparing.add(endOthers(login)));

        assertThat(sparing).extracting(CompletableFuture::join).containsExactly(200);
        assertDead(login);
    }

    @Test
    void writesThatWaitForEachOtherHoldUpNoCheckOfAToken() {
        JsonNode login = one.register(anEmail());
        JsonNode other = one.register(anEmail());
        List<CompletableFuture<Integer>> waiting = new ArrayList<>();

        TestDatabase.holding(
                TestPair.DATABASE,
                "SELECT id FROM identities WHERE id = '" + text(login, "userID") + "' FOR UPDATE",
                0,
                () -> {
                    for (int call = 0; call < 40; call++) {
                        waiting.add(endOthers(login));
                    }
                    Awaitility.await().until(() -> TestDatabase.waitingForLocks(TestPair.DATABASE) == 10);
                    assertAlive(other);
                });

        assertThat(waiting).extracting(CompletableFuture::join).contains(503);
    }

    @Test
    void twoWhoSpareTheSameSessionAtOnceSpareIt() {
        JsonNode login = one.register(anEmail());
        List<CompletableFuture<Integer>> sparing = new ArrayList<>();

        TestDatabase.holding(
                TestPair.DATABASE,
                "SELECT id FROM identities WHERE id = '" + text(login, "userID") + "' FOR UPDATE",
                2,
                () -> {
                    sparing.add(endOthers(login));
                    sparing.add(endOthers(login));
                });

        assertThat(sparing).extracting(CompletableFuture::join).containsExactly(200, 200);
        assertAlive(login);
    }

    private CompletableFuture<Integer> endOthers(JsonNode login) {
        return CompletableFuture.supplyAsync(
                () -> one.call(DELETE, "/v1/auth/sessions?except=current", text(login, "token"))
                        .returnResult(Void.class)
                        .getStatus()
                        .value(),
                // The common pool of a small machine has one thread.
                task -> Thread.ofVirtual().start(task));
    }

    @Test
    void anUnknownExceptionIsRefusedAndEndsNothing() {
        JsonNode login = one.register(anEmail());

        one.call(DELETE, "/v1/auth/sessions?except=currant", text(login, "token"))
                .expectStatus()
                .isBadRequest();

        assertAlive(login);
    }

    @Test
    void aChangedPasswordPutsEverythingFromBeforeToDeath() {
        String email = anEmail();
        JsonNode first = one.register(email);
        JsonNode current = one.login(email);

        JsonNode next = json(one.call(
                        PUT,
                        "/v1/auth/password",
                        text(current, "token"),
                        Map.of("currentPassword", PASSWORD, "newPassword", OTHER_PASSWORD))
                .expectStatus()
                .isOk());

        assertDead(first);
        assertDead(current);
        assertAlive(next);
        other.refresh(text(next, "refreshToken")).expectStatus().isOk();
        other.post("/v1/auth/login", Map.of("email", email, "password", PASSWORD))
                .expectStatus()
                .isUnauthorized();
        other.post("/v1/auth/login", Map.of("email", email, "password", OTHER_PASSWORD))
                .expectStatus()
                .isOk();
    }

    @Test
    void aPasswordIsNotChangedByWhoDoesNotKnowIt() {
        JsonNode login = one.register(anEmail());

        JsonNode answer = json(one.call(
                        PUT,
                        "/v1/auth/password",
                        text(login, "token"),
                        Map.of("currentPassword", "a guess", "newPassword", OTHER_PASSWORD))
                .expectStatus()
                .isForbidden());

        assertThat(text(answer, "reason")).isEqualTo("Wrong current password");
        assertAlive(login);
    }

    @Test
    void aPasswordThatCannotBeSetIsToldSo() {
        JsonNode login = one.register(anEmail());

        JsonNode answer = json(one.call(
                        PUT,
                        "/v1/auth/password",
                        text(login, "token"),
                        Map.of("currentPassword", PASSWORD, "newPassword", "password"))
                .expectStatus()
                .isBadRequest());

        assertThat(text(answer.get("errors").get(0), "field")).isEqualTo("newPassword");
    }

    @Test
    void useIsNotedAboutOnceAMinute() {
        JsonNode login = one.register(anEmail());
        String id = text(one.validate(text(login, "token")), "sessionID");
        TestDatabase.execute(
                TestPair.DATABASE,
                "UPDATE sessions SET last_seen_at = last_seen_at - interval '1 hour' WHERE id = '" + id + "'");

        other.validate(text(login, "token"));

        Awaitility.await()
                .untilAsserted(() -> assertThat(TestDatabase.ask(
                                TestPair.DATABASE,
                                "SELECT last_seen_at > now() - interval '1 minute' FROM sessions WHERE id = '" + id
                                        + "'"))
                        .isEqualTo("t"));
    }

    private void assertDead(JsonNode login) {
        for (TestApi api : List.of(one, other)) {
            assertThat(text(api.validate(text(login, "token")), "reason")).isEqualTo("session revoked");
            api.refresh(text(login, "refreshToken")).expectStatus().isEqualTo(HttpStatus.UNAUTHORIZED);
        }
    }

    private void assertAlive(JsonNode login) {
        for (TestApi api : List.of(one, other)) {
            assertThat(api.validate(text(login, "token")).get("isValid").booleanValue())
                    .isTrue();
        }
    }

    private List<JsonNode> sessions(JsonNode login) {
        JsonNode answer = json(other.getBearer("/v1/auth/sessions", text(login, "token"))
                .expectStatus()
                .isOk());
        return StreamSupport.stream(answer.get("sessions").spliterator(), false).toList();
    }

    private static String text(JsonNode answer, String field) {
        return answer.get(field).stringValue();
    }
}
