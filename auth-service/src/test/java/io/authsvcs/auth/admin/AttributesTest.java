package io.authsvcs.auth.admin;

import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.api.TestPair;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What only single contracts show of somebody. */
class AttributesTest {
    private static final TestUsers USERS = new TestUsers(TestPair.one());
    private static final TestUsers ELSEWHERE = new TestUsers(TestPair.other());
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALL =
            "{\"avatar\":\"https://example.com/a.png\",\"tagLine\":\"Onwards\",\"type\":\"staff\","
                    + "\"objectId\":\"57a44beb0f3c2d1e4b5a6978\","
                    + "\"belongsTo\":[{\"domain\":\"school.example.org\",\"domainId\":\"7\"}],\"integrations\":[\"maps\"]}";

    @Test
    void whatAnAdministratorSetsIsThereOnEveryInstance() {
        String id = TestUsers.id(USERS.create());
        assertThat(attributes(id)).isEqualTo("{}");

        String answer = json(USERS.setAttributes(id, ALL).expectStatus().isOk()).toString();

        assertThat(answer).isEqualTo(ALL);
        assertThat(attributes(id)).isEqualTo(ALL);
    }

    @Test
    void whatIsLeftOutIsGone() {
        String id = TestUsers.id(USERS.create());
        USERS.setAttributes(id, ALL).expectStatus().isOk();

        USERS.setAttributes(id, "{\"type\":\"guest\",\"tagLine\":null}")
                .expectStatus()
                .isOk();

        assertThat(attributes(id)).isEqualTo("{\"type\":\"guest\"}");
    }

    @Test
    void settingTheSameTwiceIsOneEvent() {
        String id = TestUsers.id(USERS.create());

        USERS.setAttributes(id, ALL).expectStatus().isOk();
        ELSEWHERE.setAttributes(id, ALL).expectStatus().isOk();

        assertThat(USERS.events("user={id}&action=set-attributes", id).get("events"))
                .hasSize(1);
    }

    @Test
    void nobodyHasAttributesWhoIsNotThere() {
        for (String id : List.of(UUID.randomUUID().toString(), "1")) {
            assertThat(json(USERS.setAttributes(id, "{}").expectStatus().isNotFound())
                            .toString())
                    .isEqualTo("{\"reason\":\"No such user\"}");
            USERS.attributes(id).expectStatus().isNotFound();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "avatar | \"javascript:alert(1)\"",
                "avatar | \"https:///a\"",
                "avatar | \"ftp://example.com/a\"",
                "avatar | 7",
                "tagLine | \" \"",
                "type | [\"staff\"]",
                "objectId | \"57A44BEB0F3C2D1E4B5A6978\"",
                "objectId | \"57a44beb\"",
                "belongsTo | {\"domain\":\"a\",\"domainId\":\"b\"}",
                "belongsTo | [\"a\"]",
                "belongsTo.0.domainId | [{\"domain\":\"a\"}]",
                "belongsTo.1.domain | [{\"domain\":\"a\",\"domainId\":\"b\"},{\"domain\":7,\"domainId\":\"b\"}]",
                "integrations | \"maps\"",
                "integrations | [\"\"]",
                "integrations | [7]",
            })
    void whatCannotBeIsRefused(String field, String value) {
        String id = TestUsers.id(USERS.create());
        String name = field.replaceFirst("\\..*", "");

        JsonNode refusal = json(USERS.setAttributes(id, "{\"" + name + "\":" + value + "}")
                .expectStatus()
                .isBadRequest());

        assertThat(fields(refusal)).containsExactly(field);
        assertThat(attributes(id)).isEqualTo("{}");
    }

    @Test
    void moreThanCanBeShownIsRefused() {
        String id = TestUsers.id(USERS.create());

        JsonNode refusal = json(USERS.setAttributes(
                        id,
                        Map.of(
                                "avatar", "https://example.com/" + "a".repeat(1_981),
                                "tagLine", "a".repeat(256),
                                "belongsTo", Collections.nCopies(101, Map.of("domain", "a", "domainId", "b")),
                                "integrations", Collections.nCopies(101, "a")))
                .expectStatus()
                .isBadRequest());

        assertThat(fields(refusal)).containsExactly("avatar", "tagLine", "belongsTo", "integrations");
    }

    @Test
    void whoMovesOverBringsThem() {
        UUID id = UUID.randomUUID();

        USERS.imported("{\"userID\":\"" + id + "\",\"email\":\"" + anEmail() + "\",\"attributes\":" + ALL + "}");

        assertThat(attributes(id.toString())).isEqualTo(ALL);
    }

    @Test
    void whoMovesOverKeepsTheirNumberAndOthersGetOneAboveAll() {
        UUID kept = UUID.randomUUID();
        UUID given = UUID.randomUUID();

        JsonNode result = USERS.imported(
                line(Map.of("userID", kept, "email", anEmail(), "number", 999_999_999)),
                line(Map.of("userID", given, "email", anEmail())));

        assertThat(result.get("imported").intValue()).isEqualTo(2);
        assertThat(number(kept)).isEqualTo(999_999_999);
        assertThat(number(given)).isGreaterThanOrEqualTo(1_000_000_000);
    }

    @Test
    void aNumberThatIsTakenIsRefusedAndStaysWithWhoHasIt() {
        String email = anEmail();
        USERS.imported(line(Map.of("email", email, "number", 4_711)));

        JsonNode result = ELSEWHERE.imported(
                line(Map.of("email", anEmail(), "number", 4_711)),
                line(Map.of("email", anEmail(), "number", 4_712)),
                line(Map.of("email", anEmail(), "number", 4_712)));

        assertThat(result.get("imported").intValue()).isEqualTo(1);
        assertThat(result.get("refused").valueStream())
                .extracting(refused -> refused.get("line").intValue())
                .containsExactly(1, 3);
        assertThat(TestDatabase.ask(TestPair.DATABASE, "SELECT email FROM identities WHERE number = 4711"))
                .isEqualTo(email);
    }

    @Test
    void whatCannotBeBroughtIsRefusedLineByLine() {
        JsonNode result = USERS.imported(
                line(Map.of("email", anEmail(), "number", 0)),
                line(Map.of("email", anEmail(), "number", 1_000_000_000)),
                line(Map.of("email", anEmail(), "number", "7")),
                line(Map.of("email", anEmail(), "attributes", "staff")),
                line(Map.of("email", anEmail(), "attributes", Map.of("avatar", "a", "belongsTo", List.of(Map.of())))));

        assertThat(result.get("refused").values())
                .extracting(refused -> fields(refused).toString())
                .containsExactly(
                        "[number]",
                        "[number]",
                        "[number]",
                        "[attributes]",
                        "[attributes.avatar, attributes.belongsTo.0.domain, attributes.belongsTo.0.domainId]");
    }

    private static long number(UUID id) {
        return Long.parseLong(
                TestDatabase.ask(TestPair.DATABASE, "SELECT number FROM identities WHERE id = '" + id + "'"));
    }

    private static String attributes(String id) {
        return json(ELSEWHERE.attributes(id).expectStatus().isOk()).toString();
    }

    private static List<String> fields(JsonNode refusal) {
        return refusal.get("errors")
                .valueStream()
                .map(error -> error.get("field").stringValue())
                .toList();
    }

    private static String line(Map<String, ?> user) {
        return JSON.writeValueAsString(user);
    }
}
