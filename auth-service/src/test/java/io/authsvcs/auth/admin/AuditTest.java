package io.authsvcs.auth.admin;

import static io.authsvcs.auth.admin.TestUsers.email;
import static io.authsvcs.auth.admin.TestUsers.id;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuditTest {
    private static final TestUsers USERS = new TestUsers(TestPair.one());
    private static final String THE_BEGINNING = "00000000-0000-0000-0000-000000000000";

    private final JsonNode user = USERS.create();
    private final String id = id(user);

    @Test
    void whatHappenedToSomebodyIsToldNewestFirst() {
        TestPair.other().login(email(user));
        USERS.setRoles(id, List.of("auditor"));
        USERS.post(id, "disable");

        JsonNode page = USERS.events("user={id}", id);

        assertThat(page.propertyNames()).containsExactly("events");
        assertThat(actions(page)).containsExactly("disable-user", "set-roles", "login", "create-user");
        JsonNode roles = page.get("events").get(1);
        assertThat(roles.propertyNames())
                .containsExactly("id", "at", "action", "actor", "userID", "target", "client", "requestID");
        assertThat(roles.get("actor").stringValue()).startsWith("user:").doesNotContain(id);
        assertThat(roles.get("userID").stringValue()).isEqualTo(id);
        assertThat(roles.get("target").stringValue()).isEqualTo("auditor");
        assertThat(page.get("events").get(2).get("actor").stringValue()).isEqualTo("user:" + id);
    }

    @Test
    void aRefusalIsToldWithItsReason() {
        TestPair.one().post("/v1/auth/login", Map.of("email", email(user), "password", "not this one"));

        JsonNode page = USERS.events("user={id}&action=login", id);

        assertThat(page.get("events")).hasSize(1);
        assertThat(page.get("events").get(0).get("refusal").stringValue()).isEqualTo("Invalid credentials");
        assertThat(page.toString()).doesNotContain("not this one");
    }

    @Test
    void whoMayNotLogInIsToldAsARefusalOnce() {
        USERS.post(id, "disable");
        TestPair.other().post("/v1/auth/login", Map.of("email", email(user), "password", TestApi.PASSWORD));

        JsonNode page = USERS.events("user={id}&action=login", id);

        assertThat(page.get("events")).hasSize(1);
        assertThat(page.get("events").get(0).get("refusal").stringValue()).isEqualTo("Invalid credentials");
    }

    @Test
    void nothingIsMissedAndNothingToldTwiceOnTheWayBack() {
        for (String role : List.of("a", "b", "c", "d", "e", "f")) {
            USERS.setRoles(id, List.of(role));
        }

        List<String> targets = new ArrayList<>();
        JsonNode page = USERS.events("user={id}&action=set-roles&limit=2", id);
        while (page.has("next")) {
            targets.addAll(targets(page));
            page = USERS.events(
                    "user={id}&action=set-roles&limit=2&before={next}",
                    id,
                    page.get("next").stringValue());
        }
        targets.addAll(targets(page));

        assertThat(targets).containsExactly("f", "e", "d", "c", "b", "a");
    }

    @Test
    void aFollowerIsToldOnlyWhatHasSettled() {
        USERS.setRoles(id, List.of("a"));
        JsonNode before = USERS.events("user={id}&after={cursor}", id, THE_BEGINNING);
        assertThat(actions(before)).doesNotContain("set-roles");

        JsonNode settled = awaited(() -> USERS.events("user={id}&after={cursor}&limit=1", id, THE_BEGINNING));
        assertThat(actions(settled)).containsExactly("create-user");
        String next = settled.get("next").stringValue();
        JsonNode following = awaited(() -> USERS.events("user={id}&after={cursor}", id, next));
        assertThat(actions(following)).containsExactly("set-roles");

        String end = following.get("next").stringValue();
        assertThat(end).isEqualTo(following.get("events").get(0).get("id").stringValue());
        assertThat(USERS.events("user={id}&after={cursor}", id, end).get("next").stringValue())
                .as("to ask from later")
                .isEqualTo(end);
    }

    @Test
    void anEventThatIsGoneStillMarksItsPlace() {
        USERS.setRoles(id, List.of("a"));
        String gone = USERS.events("user={id}&limit=1", id)
                .get("events")
                .get(0)
                .get("id")
                .stringValue();
        TestDatabase.execute(TestPair.DATABASE, "DELETE FROM audit_events WHERE id = '" + gone + "'");
        USERS.setRoles(id, List.of("b"));

        assertThat(actions(USERS.events("user={id}&before={cursor}", id, gone))).containsExactly("create-user");
        assertThat(targets(awaited(() -> USERS.events("user={id}&after={cursor}", id, gone))))
                .containsExactly("b");
    }

    @Test
    void anActionThatOnlyNewerInstancesKnowIsTold() {
        TestDatabase.execute(
                TestPair.DATABASE,
                "INSERT INTO audit_events (id, action, subject, request_id) VALUES (gen_random_uuid(), 'levitate', '"
                        + id + "', 'r')");

        assertThat(actions(USERS.events("user={id}", id))).containsExactly("levitate", "create-user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user=x", "action=levitate", "limit=0", "limit=201", "before=x", "after=x"})
    void aQueryThatCannotBeMeantIsRefused(String query) {
        JsonNode refusal = json(USERS.audit(query).expectStatus().isBadRequest());

        assertThat(refusal.get("errors").get(0).get("field").stringValue())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void oneDirectionIsEnough() {
        USERS.audit("before={a}&after={b}", THE_BEGINNING, THE_BEGINNING)
                .expectStatus()
                .isBadRequest();
    }

    private static JsonNode awaited(Callable<JsonNode> page) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(page, found -> !found.get("events").isEmpty());
    }

    private static List<String> actions(JsonNode page) {
        return texts(page, "action");
    }

    private static List<String> targets(JsonNode page) {
        return texts(page, "target");
    }

    private static List<String> texts(JsonNode page, String field) {
        return page.get("events")
                .valueStream()
                .map(event -> event.get(field).stringValue())
                .toList();
    }
}
