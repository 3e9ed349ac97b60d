package io.authsvcs.auth.admin;

import static io.authsvcs.auth.admin.TestUsers.email;
import static io.authsvcs.auth.admin.TestUsers.id;
import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import io.authsvcs.common.HeaderNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;

class UsersTest {
    private static final TestUsers USERS = new TestUsers(TestPair.one());
    private static final String ADMINISTRATOR = TestPartners.administrator(TestPair.one());
    private static final String ORDINARY =
            TestPair.one().register(anEmail()).get("token").stringValue();

    private final TestApi api = TestPair.one();

    @Test
    void aCreatedUserHasARecordAndLogsIn() {
        String email = anEmail();
        JsonNode user = json(USERS.create(Map.of(
                        "email",
                        email,
                        "userName",
                        "carla-" + UUID.randomUUID().toString().substring(0, 8),
                        "firstName",
                        "Carla",
                        "roles",
                        List.of("user", "operator"),
                        "password",
                        PASSWORD))
                .expectStatus()
                .isCreated());

        assertThat(user.propertyNames())
                .containsExactly(
                        "userID",
                        "email",
                        "userName",
                        "firstName",
                        "roles",
                        "status",
                        "secondFactor",
                        "createdAt",
                        "updatedAt");
        assertThat(user.get("status").stringValue()).isEqualTo("active");
        assertThat(user.get("roles").toString()).isEqualTo("[\"user\",\"operator\"]");
        assertThat(json(USERS.show(id(user)).expectStatus().isOk())).isEqualTo(user);
        TestPair.other().login(email);
    }

    @Test
    void nobodyLogsInAsAUserWithoutAPassword() {
        JsonNode user = json(USERS.create(Map.of("phoneNumber", "+49 30 901820", "roles", List.of("guest")))
                .expectStatus()
                .isCreated());

        assertThat(user.get("phoneNumber").stringValue()).isEqualTo("+4930901820");
        api.post("/v1/auth/login", Map.of("userID", id(user), "password", PASSWORD))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aUserHasTheUsualRoleWhereNoneIsGiven() {
        assertThat(USERS.create().get("roles").toString()).isEqualTo("[\"user\"]");
    }

    @Test
    void whatIsTakenIsTold() {
        String email = email(USERS.create());

        assertThat(json(USERS.create(Map.of("email", email.toUpperCase(Locale.ROOT)))
                                .expectStatus()
                                .isEqualTo(HttpStatus.CONFLICT))
                        .toString())
                .isEqualTo("{\"reason\":\"Email already exists\"}");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        JsonNode refusal = json(USERS.create(Map.of(
                        "phoneNumber", "nobody's", "password", "password", "roles", List.of("Admin"), "company", ""))
                .expectStatus()
                .isBadRequest());

        assertThat(refusal.get("errors").values())
                .extracting(error -> error.get("field").stringValue())
                .containsExactly("phoneNumber", "company", "roles", "password");
    }

    @Test
    void aRepetitionOfACreationFindsWhatItMade() {
        String email = anEmail();
        JsonNode first = createOnce("client:create-1", email);
        JsonNode again = createOnce("client:create-1", email);

        assertThat(again).isEqualTo(first);
        assertThat(TestDatabase.ask(
                        TestPair.DATABASE,
                        "SELECT count(*) FROM audit_events WHERE action = 'create-user' AND subject = '" + id(first)
                                + "'"))
                .isEqualTo("1");
    }

    private JsonNode createOnce(String key, String email) {
        return json(api.raw()
                .post()
                .uri("/v1/admin/users")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + ADMINISTRATOR)
                .header(HeaderNames.IDEMPOTENCY_KEY, key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("email", email))
                .exchange()
                .expectStatus()
                .isCreated());
    }

    @ParameterizedTest
    @CsvSource({
        "email, SEARCHED@Example.COM",
        "email, searched@example.com",
        "email, ｓearched@example.com",
        "phoneNumber, (805) 490-0837",
        "phoneNumber, +1 805 490 0837",
        "userName, Searched.Name",
        "userName, SEARCHED.NAME",
        "userName, searched.name",
    })
    void somebodyIsFoundByAnyIdentifierInAnySpelling(String identifier, String spelling) {
        USERS.create(Map.of("email", "Searched@Example.com", "phoneNumber", "8054900837", "userName", "Searched.Name"));

        JsonNode page = json(
                USERS.find(identifier + "={value}", spelling).expectStatus().isOk());

        assertThat(page.propertyNames()).containsExactly("users");
        assertThat(page.get("users").values())
                .singleElement()
                .satisfies(user -> assertThat(email(user)).isEqualTo("Searched@Example.com"));
    }

    @Test
    void somebodyIsFoundById() {
        JsonNode user = USERS.create();

        assertThat(json(USERS.find("userID={id}&status=active", id(user)))
                        .get("users")
                        .values())
                .containsExactly(user);
        assertThat(json(USERS.find("userID={id}&status=deleted", id(user)))
                        .get("users")
                        .values())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"email=nobody@example.com", "email=nobody", "userID=1", "userName=%20", "phoneNumber=x"})
    void whatIsNobodysFindsNobody(String query) {
        assertThat(json(USERS.find(query).expectStatus().isOk()).toString()).isEqualTo("{\"users\":[]}");
    }

    @Test
    void everybodyIsOnOnePageWhoeverComesMeanwhile() {
        for (int i = 0; i < 5; i++) {
            USERS.create(Map.of("email", anEmail()));
        }
        List<String> there = everybody();

        List<String> listed = new ArrayList<>();
        String query = "limit=3";
        for (boolean more = true; more; ) {
            JsonNode page = json(USERS.find(query).expectStatus().isOk());
            page.get("users").values().forEach(user -> listed.add(id(user)));
            more = page.has("next");
            query = more ? "limit=3&after=" + page.get("next").stringValue() : query;
            addBeforeAllOthers();
        }

        assertThat(listed).isSorted().doesNotHaveDuplicates().containsSubsequence(there);
    }

    private static List<String> everybody() {
        return List.of(
                TestDatabase.ask(TestPair.DATABASE, "SELECT string_agg(id::text, ',' ORDER BY id) FROM identities")
                        .split(","));
    }

    /** As an instance does whose clock is behind. */
    private static void addBeforeAllOthers() {
        TestDatabase.execute(
                TestPair.DATABASE,
                "INSERT INTO identities (id, roles, status) VALUES ('"
                        + new UUID(0x7000, UUID.randomUUID().getLeastSignificantBits()) + "', '{user}', 'active')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "after=x", "status=asleep"})
    void aSearchThatCannotBeMeantIsRefused(String query) {
        JsonNode refusal = json(USERS.find(query).expectStatus().isBadRequest());

        assertThat(refusal.get("errors").get(0).get("field").stringValue())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"email=a@b.c&email=d@e.f", "email=%00"})
    void aMalformedQueryIsRefused(String query) {
        String answer = HttpClient.create()
                .headers(headers -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + ADMINISTRATOR))
                .get()
                .uri(TestPair.ONE.url() + "/v1/admin/users?" + query)
                .responseSingle((response, body) ->
                        body.asString().map(text -> response.status().code() + text))
                .blockOptional()
                .orElseThrow();

        assertThat(answer).isEqualTo("400{\"reason\":\"The query isn't well-formed, or has a parameter twice\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"019abcde-0000-7000-8000-000000000000", "1", "import"})
    void anUnknownUserIsNotFound(String id) {
        assertThat(json(USERS.show(id).expectStatus().isNotFound()).toString())
                .isEqualTo("{\"reason\":\"No such user\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/admin/users",
        "GET, /v1/admin/users",
        "POST, /v1/admin/users/import",
        "GET, /v1/admin/users/1",
        "DELETE, /v1/admin/users/1",
        "POST, /v1/admin/users/1/disable",
        "POST, /v1/admin/users/1/enable",
        "POST, /v1/admin/users/1/restore",
        "PUT, /v1/admin/users/1/roles",
        "GET, /v1/admin/users/1/attributes",
        "PUT, /v1/admin/users/1/attributes",
        "DELETE, /v1/admin/users/1/sessions",
        "GET, /v1/admin/audit",
    })
    void onlyAdministratorsAreLetIn(HttpMethod method, String path) {
        api.call(method, path, ORDINARY).expectStatus().isForbidden();
        api.raw().method(method).uri(path).exchange().expectStatus().isUnauthorized();
    }
}
