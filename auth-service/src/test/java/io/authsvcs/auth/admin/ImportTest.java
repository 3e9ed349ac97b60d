package io.authsvcs.auth.admin;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportTest {
    private static final TestUsers USERS = new TestUsers(TestPair.one());
    private static final TestApi OTHER = TestPair.other();
    private static final String NUMBER = "[{\"field\":\"number\",\"reason\":\"Is taken\"}]";
    private static final JsonMapper JSON = new JsonMapper();
    // Of TestApi.PASSWORD, by Python's hashlib.
    private static final String SHA1 = "{sha1}02ff1966259faa11457482f120db2a937120ef68";

    @Test
    void whoeverIsImportedLogsInWithThePasswordOfTheOtherSystem() {
        String email = anEmail();

        JsonNode result = USERS.imported(line(Map.of("email", email, "passwordHash", SHA1)));

        assertThat(result.toString()).isEqualTo("{\"imported\":1,\"existing\":0,\"refused\":[]}");
        OTHER.login(email);
        OTHER.login(email);
    }

    @Test
    void allThatIsKnownOfSomebodyIsImported() {
        UUID id = UUID.randomUUID();
        String email = anEmail();

        USERS.imported(line(Map.of(
                "userID",
                id,
                "email",
                email,
                "userName",
                "n" + id.toString().substring(0, 8),
                "lastName",
                "Ångström",
                "roles",
                new String[] {"user", "editor"},
                "status",
                "disabled",
                "passwordHash",
                SHA1)));

        JsonNode user = json(USERS.show(id.toString()).expectStatus().isOk());
        assertThat(user.propertyNames())
                .containsExactly(
                        "userID",
                        "email",
                        "userName",
                        "lastName",
                        "roles",
                        "status",
                        "secondFactor",
                        "createdAt",
                        "updatedAt");
        assertThat(user.get("lastName").stringValue()).isEqualTo("Ångström");
        assertThat(user.get("roles").toString()).isEqualTo("[\"user\",\"editor\"]");
        assertThat(user.get("status").stringValue()).isEqualTo("disabled");
        login(email, PASSWORD).expectStatus().isUnauthorized();
        USERS.post(id.toString(), "enable").expectStatus().isOk();
        login(email, PASSWORD).expectStatus().isOk();
    }

    @Test
    void aPasswordIsImportedWhateverThePolicySays() {
        String email = anEmail();

        assertThat(imported(USERS.imported(line(Map.of("email", email, "password", "omega")))))
                .isEqualTo(1);

        login(email, "omega").expectStatus().isOk();
        assertThat(TestDatabase.ask(
                        TestPair.DATABASE,
                        "SELECT password_hash FROM credentials c JOIN identities i"
                                + " ON i.id = c.identity_id WHERE i.email = '" + email + "'"))
                .startsWith("$argon2id$");
    }

    @Test
    void withoutAPasswordNobodyLogsIn() {
        String email = anEmail();

        assertThat(imported(USERS.imported(line(Map.of("email", email))))).isEqualTo(1);

        login(email, "").expectStatus().isBadRequest();
        login(email, PASSWORD).expectStatus().isUnauthorized();
    }

    @Test
    void anImportCanBeRepeatedAndChangesNobody() {
        String email = anEmail();
        String[] lines = {
            line(Map.of("email", email, "passwordHash", SHA1, "firstName", "Ann")), line(Map.of("email", anEmail()))
        };
        USERS.imported(lines);
        USERS.imported(line(Map.of("email", email, "firstName", "Bob", "password", "omega")));

        JsonNode again = USERS.imported(lines);

        assertThat(again.toString()).isEqualTo("{\"imported\":0,\"existing\":2,\"refused\":[]}");
        login(email, PASSWORD).expectStatus().isOk();
        assertThat(json(USERS.find("email={email}", email))
                        .get("users")
                        .get(0)
                        .get("firstName")
                        .stringValue())
                .isEqualTo("Ann");
    }

    @Test
    void ofTwoLinesOnOnePersonTheFirstCounts() {
        UUID id = UUID.randomUUID();
        String email = anEmail();
        String other = anEmail();

        JsonNode result = USERS.imported(
                line(Map.of("userID", id, "email", email, "passwordHash", SHA1)),
                line(Map.of("userID", id, "email", other, "password", "omega")),
                line(Map.of("email", email.toUpperCase(Locale.ROOT), "password", "omega")));

        assertThat(result.toString()).isEqualTo("{\"imported\":1,\"existing\":2,\"refused\":[]}");
        login(email, PASSWORD).expectStatus().isOk();
        login(other, "omega").expectStatus().isUnauthorized();
    }

    @Test
    void whoComesWithTheNumberOfSomebodyElseIsRefused() {
        int number = aNumber();
        String first = line(Map.of("email", anEmail(), "number", number));
        String registered = anEmail();
        OTHER.register(registered);

        JsonNode result = USERS.imported(
                "[]",
                first,
                line(Map.of("email", anEmail(), "number", number)),
                line(Map.of("email", registered, "number", number)),
                line(Map.of("userID", UUID.randomUUID(), "email", anEmail(), "number", number)),
                "{",
                first);

        assertThat(result.get("imported").intValue()).isEqualTo(1);
        assertThat(result.get("existing").intValue()).isEqualTo(1);
        assertThat(refused(result)).containsExactly("1 ", "3 " + NUMBER, "4 " + NUMBER, "5 " + NUMBER, "6 ");
    }

    @Test
    void theSamePersonWithTheirNumberIsThereAlreadyByWhateverTheyAreKnown() {
        int number = aNumber();
        UUID id = UUID.randomUUID();
        String email = anEmail();
        String name = "n" + number;
        USERS.imported(line(Map.of("userID", id, "email", email, "userName", name, "number", number)));

        JsonNode again = USERS.imported(
                line(Map.of("userID", id, "email", email, "userName", name, "number", number)),
                line(Map.of("email", email.toUpperCase(Locale.ROOT), "number", number)),
                line(Map.of("email", anEmail(), "userName", name, "number", number)),
                line(Map.of("userID", id, "email", anEmail(), "number", number)));

        assertThat(again.toString()).isEqualTo("{\"imported\":0,\"existing\":4,\"refused\":[]}");
    }

    @Test
    void whoComesWithTheIdOfSomebodyElseIsRefused() {
        UUID id = UUID.randomUUID();
        UUID another = UUID.randomUUID();
        String email = anEmail();
        int number = aNumber();
        USERS.imported(
                line(Map.of("userID", id, "email", anEmail())),
                line(Map.of("userID", another, "email", email, "number", number)));

        JsonNode result = USERS.imported(
                line(Map.of("userID", id, "email", email)),
                line(Map.of("userID", id, "email", email, "number", number)),
                line(Map.of("userID", another, "email", email)));

        assertThat(result.get("existing").intValue()).isEqualTo(1);
        assertThat(refused(result))
                .containsExactly(
                        "1 [{\"field\":\"userID\",\"reason\":\"Is taken\"}]",
                        "2 [{\"field\":\"userID\",\"reason\":\"Is taken\"},{\"field\":\"number\",\"reason\":\"Is taken\"}]");
    }

    @Test
    void aLineThatIsWrongStopsNoOther() {
        String first = anEmail();
        String last = anEmail();

        JsonNode result = USERS.imported(
                line(Map.of("email", first, "passwordHash", SHA1)),
                "{\"email\":",
                "",
                "[]",
                line(Map.of("email", "nobody", "roles", new String[] {"A"})),
                line(Map.of("firstName", "Ann", "status", "deleted", "userID", "1")),
                line(Map.of("email", anEmail(), "passwordHash", SHA1, "password", "omega")),
                line(Map.of("email", anEmail(), "password", "")),
                "{\"email\":\"\u0000\"}",
                line(Map.of("email", last, "passwordHash", SHA1)));

        assertThat(imported(result)).isEqualTo(2);
        assertThat(result.get("refused").values())
                .extracting(refused -> refused.get("line").intValue()
                        + " "
                        + refused.path("errors")
                                .valueStream()
                                .map(error -> error.get("field").stringValue())
                                .toList())
                .containsExactly(
                        "2 []",
                        "4 []",
                        "5 [email, roles]",
                        "6 [userID, email, status]",
                        "7 [passwordHash]",
                        "8 [password]",
                        "9 []");
        assertThat(result.get("refused").get(0).get("reason").stringValue())
                .isEqualTo("The line isn't a well-formed JSON object");
        OTHER.login(first);
        OTHER.login(last);
    }

    @Test
    void aPasswordInTheClearIsTakenAsItIsUnlessItIsLongerThanAny() {
        String email = anEmail();

        assertThat(imported(USERS.imported(line(Map.of("email", email, "password", "x".repeat(1_024))))))
                .isEqualTo(1);
        assertThat(refused(USERS.imported(line(Map.of("email", anEmail(), "password", "x".repeat(1_025))))))
                .containsExactly("1 [{\"field\":\"password\",\"reason\":\"Must be 1 to 1,024 bytes long\"}]");
        login(email, "x".repeat(1_024)).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02ff1966259faa11457482f120db2a937120ef68",
                "{sha1}02ff",
                "$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$argon2id$v=19$m=1048577,t=1,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
            })
    void aHashThatCannotBeTriedIsRefusedAndNotRepeated(String hash) {
        JsonNode result = USERS.imported(line(Map.of("email", anEmail(), "passwordHash", hash)));

        assertThat(result.get("refused")
                        .get(0)
                        .get("errors")
                        .get(0)
                        .get("field")
                        .stringValue())
                .isEqualTo("passwordHash");
        assertThat(result.toString()).doesNotContain(hash);
    }

    @Test
    void fiveHundredHashesAreOneCall() {
        String run = UUID.randomUUID().toString();
        String[] lines = IntStream.range(0, 500)
                .mapToObj(n -> line(Map.of("email", n + "@" + run, "passwordHash", SHA1)))
                .toArray(String[]::new);

        assertThat(imported(USERS.imported(lines))).isEqualTo(500);

        OTHER.login("499@" + run);
        assertThat(TestDatabase.ask(
                        TestPair.DATABASE,
                        "SELECT count(*) || ' ' || count(DISTINCT e.actor) FROM audit_events e JOIN identities i"
                                + " ON i.id = e.subject WHERE e.action = 'import-user' AND i.email LIKE '%" + run
                                + "'"))
                .isEqualTo("500 1");
    }

    @Test
    void morePasswordsThanCanBeHashedInTimeAreRefusedLineByLine() {
        String[] lines = IntStream.range(0, 22)
                .mapToObj(n -> line(Map.of("email", anEmail(), "password", "omega")))
                .toArray(String[]::new);

        JsonNode result = USERS.imported(lines);

        assertThat(imported(result)).isEqualTo(20);
        assertThat(result.get("refused").values())
                .extracting(refused -> refused.get("line").intValue())
                .containsExactly(21, 22);
    }

    @Test
    void aBodyThatIsNoImportIsRefused() {
        USERS.importBody("{}", MediaType.APPLICATION_JSON).expectStatus().isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        USERS.importLines("{}\n".repeat(501)).expectStatus().isBadRequest();
        USERS.importLines(" ".repeat(65 * 1024)).expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(USERS.imported("").toString()).isEqualTo("{\"imported\":0,\"existing\":0,\"refused\":[]}");
    }

    private static ResponseSpec login(String email, String password) {
        return OTHER.post("/v1/auth/login", Map.of("email", email, "password", password));
    }

    private static List<String> refused(JsonNode result) {
        return result.get("refused")
                .valueStream()
                .map(refused -> refused.get("line") + " " + refused.path("errors"))
                .toList();
    }

    private static int aNumber() {
        return ThreadLocalRandom.current().nextInt(10_000, 999_999_999);
    }

    private static int imported(JsonNode result) {
        return result.get("imported").intValue();
    }

    private static String line(Map<String, ?> user) {
        return JSON.writeValueAsString(user);
    }
}
