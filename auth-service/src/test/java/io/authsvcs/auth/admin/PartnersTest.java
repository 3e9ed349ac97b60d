package io.authsvcs.auth.admin;

import static io.authsvcs.auth.admin.TestPartners.aName;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import io.authsvcs.auth.oauth.TestOAuth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

class PartnersTest {
    private static final TestPartners PARTNERS = new TestPartners(TestPair.one());
    private static final TestPartners ELSEWHERE = PARTNERS.at(TestPair.other());
    private static final TestOAuth ONE = new TestOAuth(TestPair.one());
    private static final TestOAuth OTHER = new TestOAuth(TestPair.other());

    @Test
    void aNewPartnersTokenIsShownOnce() {
        String name = aName();
        JsonNode created = json(PARTNERS.post("", Map.of("name", " " + name + " "))
                .expectStatus()
                .isCreated());

        assertThat(created.propertyNames()).containsExactly("id", "name", "status", "createdAt", "token");
        assertThat(created.get("id").stringValue()).matches("[a-z0-9]{20}");
        assertThat(created.get("name").stringValue()).isEqualTo(name);
        assertThat(token(created)).matches(created.get("id").stringValue() + "\\.[A-Za-z0-9_-]{43}");
        assertThat(everyone())
                .filteredOn(partner -> partner.get("id").equals(created.get("id")))
                .singleElement()
                .satisfies(partner ->
                        assertThat(partner.propertyNames()).containsExactly("id", "name", "status", "createdAt"));
    }

    @Test
    void noTwoTokensAreAlike() {
        assertThat(Stream.generate(PARTNERS::create)
                        .limit(5)
                        .map(partner -> token(partner).substring(21)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "ACME", "ＡＣＭＥ", " Acme "})
    void noTwoPartnersAreCalledTheSame(String spelling) {
        PARTNERS.post("", Map.of("name", "acme"));

        assertThat(json(PARTNERS.post("", Map.of("name", spelling))
                                .expectStatus()
                                .isEqualTo(HttpStatus.CONFLICT))
                        .toString())
                .isEqualTo("{\"reason\":\"A partner of that name exists\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":null}",
                "{\"name\":7}",
                "{\"name\":\" \"}",
                "{\"name\":\"a\\u200bb\"}",
                "{\"name\":\"a\\nb\"}",
                "{\"name\":\"LONG\"}"
            })
    void aNameIsVisible(String body) {
        JsonNode answer = json(PARTNERS.post("", body.replace("LONG", "x".repeat(101)))
                .expectStatus()
                .isBadRequest());

        assertThat(answer.get("errors"))
                .singleElement()
                .satisfies(error -> assertThat(error.get("field").stringValue()).isEqualTo("name"));
    }

    @Test
    void onlyAdministratorsMeetPartners() {
        TestApi api = TestPair.one();
        String user = api.register(TestApi.anEmail()).get("token").stringValue();
        String partner = "/v1/admin/partners/" + PARTNERS.create().get("id").stringValue();

        for (String path :
                List.of("/v1/admin/partners", partner + "/rotate", partner + "/disable", partner + "/enable")) {
            api.call(HttpMethod.POST, path, user, Map.of("name", aName()))
                    .expectStatus()
                    .isForbidden();
            api.post(path, Map.of("name", aName())).expectStatus().isUnauthorized();
        }
        api.getBearer("/v1/admin/partners", user).expectStatus().isForbidden();
        api.get("/v1/admin/partners").expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00000000000000000000", "ABCDEFGHIJKLMNOPQRST", "%00", "a'--"})
    void whoIsNobodyIsNotFound(String id) {
        for (String verb : List.of("rotate", "disable", "enable")) {
            assertThat(json(PARTNERS.post("/" + id + "/" + verb, Map.of())
                                    .expectStatus()
                                    .isNotFound())
                            .toString())
                    .isEqualTo("{\"reason\":\"No such partner\"}");
        }
    }

    @Test
    void aRepeatedRequestCreatesNobodyAndShowsTheSameTokenAgain() {
        Map<String, String> body = Map.of("name", aName());
        JsonNode first =
                json(PARTNERS.postOnce("", "gateway:p1", body).expectStatus().isCreated());
        JsonNode again =
                json(ELSEWHERE.postOnce("", "gateway:p1", body).expectStatus().isCreated());

        assertThat(again).isEqualTo(first);
        assertThat(OTHER.admits(token(again))).isTrue();
        PARTNERS.postOnce("", "gateway:p2", body).expectStatus().isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void tenRepetitionsAtOnceCreateOnePartner() throws InterruptedException {
        Map<String, String> body = Map.of("name", aName());
        List<Callable<JsonNode>> repetitions = Stream.of(PARTNERS, ELSEWHERE)
                .flatMap(partners -> Stream.generate(() -> partners).limit(5))
                .<Callable<JsonNode>>map(partners -> () -> json(
                        partners.postOnce("", "gateway:p3", body).expectStatus().isCreated()))
                .toList();
        try (ExecutorService callers = Executors.newFixedThreadPool(10)) {
            assertThat(callers.invokeAll(repetitions).stream().map(Future::resultNow))
                    .hasSize(10)
                    .containsOnly(json(ELSEWHERE.postOnce("", "gateway:p3", body)));
        }
    }

    @Test
    void aRotatedTokenIsRefusedEverywhereBeforeItsAnswer() {
        JsonNode partner = PARTNERS.create();
        for (int race = 0; race < 10; race++) {
            String old = token(partner);
            assertThat(OTHER.admits(old)).isTrue();

            partner = json(PARTNERS.post(partner, "rotate").expectStatus().isOk());

            assertThat(partner.propertyNames()).containsExactly("id", "name", "status", "createdAt", "token");
            assertThat(OTHER.admits(old)).isFalse();
            assertThat(ONE.admits(old)).isFalse();
            assertThat(OTHER.admits(token(partner))).isTrue();
        }
    }

    @Test
    void anOldTokenLivesOnForTheOverlapAndNoLonger() {
        JsonNode partner = PARTNERS.create();
        JsonNode rotated = json(PARTNERS.post(partner, "rotate", Map.of("overlap", 3)));

        assertThat(OTHER.admits(token(partner))).isTrue();
        assertThat(OTHER.admits(token(rotated))).isTrue();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !OTHER.admits(token(partner)));
        assertThat(OTHER.admits(token(rotated))).isTrue();
    }

    @Test
    void anotherRotationEndsTheOverlap() {
        JsonNode partner = PARTNERS.create();
        JsonNode second = json(PARTNERS.post(partner, "rotate", Map.of("overlap", 604_800)));
        JsonNode third = json(PARTNERS.post(partner, "rotate", Map.of("overlap", 604_800)));

        assertThat(OTHER.admits(token(partner))).isFalse();
        assertThat(OTHER.admits(token(second))).isTrue();

        PARTNERS.post(partner, "rotate").expectStatus().isOk();

        assertThat(OTHER.admits(token(second))).isFalse();
        assertThat(OTHER.admits(token(third))).isFalse();
    }

    @Test
    void aRepeatedRotationIsOneRotation() {
        JsonNode partner = PARTNERS.create();
        String path = "/" + partner.get("id").stringValue() + "/rotate";
        JsonNode first = json(PARTNERS.postOnce(path, "gateway:r1", Map.of("overlap", 600)));
        JsonNode again = json(ELSEWHERE.postOnce(path, "gateway:r1", Map.of("overlap", 600)));

        assertThat(again).isEqualTo(first);
        assertThat(OTHER.admits(token(again))).isTrue();
        assertThat(OTHER.admits(token(partner))).as("within the overlap still").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "604801", "\"60\"", "true"})
    void anOverlapIsAWeekAtMost(String overlap) {
        PARTNERS.post(PARTNERS.create(), "rotate", "{\"overlap\":" + overlap + "}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aDisabledPartnerIsRefusedEverywhereBeforeTheAnswer() {
        JsonNode partner = PARTNERS.create();
        for (int race = 0; race < 10; race++) {
            assertThat(OTHER.admits(token(partner))).isTrue();

            JsonNode disabled =
                    json(PARTNERS.post(partner, "disable").expectStatus().isOk());

            assertThat(disabled.get("status").stringValue()).isEqualTo("disabled");
            assertThat(OTHER.admits(token(partner))).isFalse();

            JsonNode enabled =
                    json(PARTNERS.post(partner, "enable").expectStatus().isOk());

            assertThat(enabled.get("status").stringValue()).isEqualTo("active");
        }
    }

    @Test
    void aRotationEnablesNobody() {
        JsonNode partner = PARTNERS.create();
        PARTNERS.post(partner, "disable").expectStatus().isOk();

        JsonNode rotated = json(PARTNERS.post(partner, "rotate").expectStatus().isOk());

        assertThat(rotated.get("status").stringValue()).isEqualTo("disabled");
        assertThat(OTHER.admits(token(rotated))).isFalse();
    }

    @Test
    void whatChangesIsAuditedOnceWithWhoDidIt() {
        JsonNode partner = PARTNERS.create();
        for (String verb : List.of("rotate", "disable", "disable", "enable", "enable")) {
            PARTNERS.post(partner, verb).expectStatus().isOk();
        }

        assertThat(TestDatabase.ask(
                        TestPair.DATABASE,
                        "SELECT string_agg(action, ' ' ORDER BY at, e.id) FROM audit_events e"
                                + " JOIN identities i ON e.actor = 'user:' || i.id AND 'admin' = ANY (i.roles)"
                                + " WHERE target = '" + partner.get("id").stringValue() + "'"))
                .isEqualTo("create-partner rotate-partner disable-partner enable-partner");
    }

    @Test
    void manyPartnersAreListedByPages() {
        TestDatabase.execute(TestPair.DATABASE, """
                INSERT INTO partners (id, name, name_key, token_hash)
                SELECT lpad(n::text, 20, '0'), 'crowd ' || n, 'crowd ' || n, sha256(n::text::bytea)
                FROM generate_series(1, 401) n
                """);

        assertThat(PARTNERS.list("").get("partners")).hasSize(200);
        assertThat(everyone())
                .extracting(partner -> partner.get("id").stringValue())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(400)
                .contains("00000000000000000001", "00000000000000000401");
        TestApi.json(TestPair.one()
                .getBearer("/v1/admin/partners?after=x", TestPartners.administrator(TestPair.one()))
                .expectStatus()
                .isBadRequest());
    }

    private static List<JsonNode> everyone() {
        List<JsonNode> everyone = new ArrayList<>();
        String query = "";
        while (!query.equals("end")) {
            JsonNode page = PARTNERS.list(query);
            page.get("partners").forEach(everyone::add);
            query = page.optional("next")
                    .map(next -> "?after=" + next.stringValue())
                    .orElse("end");
        }
        return everyone;
    }

    private static String token(JsonNode partner) {
        return partner.get("token").stringValue();
    }
}
