package io.authsvcs.auth.admin;

import static io.authsvcs.auth.admin.TestUsers.email;
import static io.authsvcs.auth.admin.TestUsers.id;
import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What is done at one instance holds at the other. */
class UserStandingTest {
    private static final TestUsers USERS = new TestUsers(TestPair.one());
    private static final TestApi OTHER = TestPair.other();

    private final JsonNode user = USERS.create();
    private final String id = id(user);

    @Test
    void whoeverIsDisabledIsOutEverywhereAndGetsNoSessionBack() {
        JsonNode session = OTHER.login(email(user));

        assertThat(status(USERS.post(id, "disable"))).isEqualTo("disabled");
        assertThat(verdict(session)).isEqualTo("user inactive");
        login().expectStatus().isUnauthorized();

        assertThat(status(USERS.post(id, "enable"))).isEqualTo("active");
        assertThat(verdict(session)).isEqualTo("session revoked");
        OTHER.refresh(session.get("refreshToken").stringValue()).expectStatus().isUnauthorized();
        login().expectStatus().isOk();
    }

    @Test
    void whoeverIsDeletedIsOutEverywhereAndKeepsTheirIdentifiers() {
        JsonNode session = OTHER.login(email(user));

        assertThat(status(USERS.delete(id))).isEqualTo("deleted");

        assertThat(verdict(session)).isEqualTo("user inactive");
        login().expectStatus().isUnauthorized();
        OTHER.post("/v1/auth/register", Map.of("email", email(user), "password", PASSWORD))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
        assertThat(status(USERS.show(id))).as("still found").isEqualTo("deleted");
    }

    @Test
    void whoeverIsRestoredLogsInAgain() {
        JsonNode session = OTHER.login(email(user));
        USERS.delete(id);

        assertThat(status(USERS.post(id, "restore"))).isEqualTo("active");

        assertThat(verdict(session)).isEqualTo("session revoked");
        login().expectStatus().isOk();
    }

    @Test
    void whoeverWasDisabledIsDisabledWhenRestored() {
        USERS.post(id, "disable");
        USERS.delete(id);

        assertThat(status(USERS.post(id, "restore"))).isEqualTo("disabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enable", "disable"})
    void whoeverIsDeletedMustBeRestoredFirst(String verb) {
        USERS.delete(id);

        assertThat(json(USERS.post(id, verb).expectStatus().isEqualTo(HttpStatus.CONFLICT))
                        .toString())
                .isEqualTo("{\"reason\":\"A deleted user must be restored first\"}");
    }

    static Stream<Verb> verbs() {
        return Stream.of(
                new Verb("disable", id -> USERS.post(id, "disable"), "disable-user"),
                new Verb("enable", id -> USERS.post(id, "enable"), "enable-user"),
                new Verb("delete", USERS::delete, "delete-user"),
                new Verb("restore", id -> USERS.post(id, "restore"), "restore-user"),
                new Verb("setRoles", id -> USERS.setRoles(id, List.of("auditor")), "set-roles"));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void whatIsSoAlreadyIsDoneAndRemembersNothingMore(Verb verb) {
        if (verb.name().equals("enable")) {
            USERS.post(id, "disable");
        }
        if (verb.name().equals("restore")) {
            USERS.delete(id);
        }
        JsonNode first = json(verb.of(id).expectStatus().isOk());
        JsonNode again = json(verb.of(id).expectStatus().isOk());

        assertThat(again).isEqualTo(first);
        assertThat(TestDatabase.ask(
                        TestPair.DATABASE,
                        "SELECT count(*) || ' ' || min(actor) FROM audit_events WHERE action = '" + verb.action()
                                + "' AND subject = '" + id + "'"))
                .startsWith("1 user:");
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void nobodyUnknownIsChanged(Verb verb) {
        for (String nobody : List.of("019abcde-0000-7000-8000-000000000000", "1")) {
            assertThat(json(verb.of(nobody).expectStatus().isNotFound()).toString())
                    .isEqualTo("{\"reason\":\"No such user\"}");
        }
    }

    @Test
    void rolesHoldFromNowOn() {
        JsonNode session = OTHER.login(email(user));

        JsonNode changed = json(USERS.setRoles(id, List.of("auditor", "user", "auditor"))
                .expectStatus()
                .isOk());

        assertThat(changed.get("roles").toString()).isEqualTo("[\"auditor\",\"user\"]");
        assertThat(OTHER.validate(token(session)).get("roles").toString()).isEqualTo("[\"auditor\",\"user\"]");
    }

    static Stream<Object> impossibleRoles() {
        return Stream.of(
                List.of(),
                List.of("Admin"),
                List.of("1st"),
                List.of(""),
                List.of("a".repeat(33)),
                List.of("two words"),
                Stream.iterate(1, n -> n + 1).limit(21).map(n -> "role-" + n).toList(),
                List.of(1),
                "user");
    }

    @ParameterizedTest
    @MethodSource("impossibleRoles")
    void rolesThatCannotBeAreRefused(Object roles) {
        JsonNode refusal = json(USERS.setRoles(id, roles).expectStatus().isBadRequest());

        assertThat(refusal.get("errors").get(0).get("field").stringValue()).isEqualTo("roles");
    }

    @Test
    void allSessionsOfSomebodyEndWhereverTheyAre() {
        List<JsonNode> sessions =
                List.of(OTHER.login(email(user)), TestPair.one().login(email(user)));

        assertThat(json(USERS.endSessions(id).expectStatus().isOk()).toString()).isEqualTo("{}");

        assertThat(sessions).allSatisfy(session -> assertThat(verdict(session)).isEqualTo("session revoked"));
        login().expectStatus().isOk();
        USERS.endSessions("019abcde-0000-7000-8000-000000000000").expectStatus().isNotFound();
    }

    private ResponseSpec login() {
        return OTHER.post("/v1/auth/login", Map.of("email", email(user), "password", PASSWORD));
    }

    private static String verdict(JsonNode session) {
        JsonNode verdict = OTHER.validate(token(session));
        return verdict.get("isValid").booleanValue()
                ? "valid"
                : verdict.get("reason").stringValue();
    }

    private static String token(JsonNode session) {
        return session.get("token").stringValue();
    }

    private static String status(ResponseSpec response) {
        return json(response.expectStatus().isOk()).get("status").stringValue();
    }

    record Verb(String name, Function<String, ResponseSpec> call, String action) {
        ResponseSpec of(String id) {
            return call.apply(id);
        }
    }
}
