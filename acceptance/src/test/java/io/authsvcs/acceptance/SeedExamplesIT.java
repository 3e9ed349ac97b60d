package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the canonical API's document, read out of it and sent as they are written. */
@ExtendWith(SharedCluster.class)
class SeedExamplesIT {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("authsvcs.root"), "docs", "contracts", "canonical-login.md");
    private static final Pattern EXAMPLE = Pattern.compile("```javascript\\s*(.*?)```", Pattern.DOTALL);

    // The document's own user. No register call would take this password, which is an example: it was imported.
    private static final String USER = """
            INSERT INTO identities (id, email, email_key, phone_number, user_name, user_name_key, first_name, last_name,
                roles, status)
            VALUES ('f419c582-c115-4456-81b2-988a79768ddb', 'cjus34@gmail.com', 'cjus34@gmail.com', '+18054900836',
                'carlosj', 'carlosj', 'Carlos', 'Justiniano', '{user,admin}', 'active') ON CONFLICT DO NOTHING;
            INSERT INTO credentials (identity_id, password_hash)
            VALUES ('f419c582-c115-4456-81b2-988a79768ddb', '@HASH@') ON CONFLICT DO NOTHING
            """;
    private static final String HASH_OF_OMEGA =
            "$argon2id$v=19$m=19456,t=2,p=1$rLRai2WhF" + "SrlcCWK5fCtbQ$5feMjynkckWlPlfxITN2rCXaxpGIs4/JOunEo/rJnD4";

    private final List<JsonNode> examples = examples();

    @BeforeAll
    static void importTheUser(Cluster cluster) throws SQLException {
        try (Connection connection = DriverManager.getConnection(JdbcUrl.of(cluster));
                Statement statement = connection.createStatement()) {
            statement.execute(USER.replace("@HASH@", HASH_OF_OMEGA));
        }
    }

    @TestFactory
    List<DynamicTest> everyRequestOfTheDocumentIsAnsweredAsItSays(Client client) {
        JsonNode documented = response(200);
        return requests().stream()
                .map(request -> DynamicTest.dynamicTest(request.toString(), () -> {
                    Answer answer = client.post("/v1/auth/login", request.toString());

                    assertThat(answer.status()).isEqualTo(200);
                    assertSame(answer.json(), documented, "answer");
                    assertThat(answer.text("userID")).isEqualTo("f419c582-c115-4456-81b2-988a79768ddb");
                }))
                .toList();
    }

    @Test
    void aWrongPasswordIsAnsweredToTheLetter(Client client) {
        Answer answer = client.post("/v1/auth/login", "{\"email\":\"cjus34@gmail.com\",\"password\":\"wrong\"}");

        assertThat(answer.json()).isEqualTo(response(401));
    }

    /** The document's keys, in its order, of its types, with its fixed values; further keys may follow. */
    private static void assertSame(JsonNode actual, JsonNode documented, String where) {
        assertThat(actual.getNodeType()).as(where).isEqualTo(documented.getNodeType());
        if (documented.isObject()) {
            assertThat(List.copyOf(actual.propertyNames()).subList(0, documented.size()))
                    .as(where)
                    .isEqualTo(List.copyOf(documented.propertyNames()));
            documented
                    .properties()
                    .forEach(field ->
                            assertSame(actual.get(field.getKey()), field.getValue(), where + "." + field.getKey()));
        } else if (!where.endsWith(".token")) {
            assertThat(actual).as(where).isEqualTo(documented);
        }
    }

    private List<JsonNode> requests() {
        return examples.stream().filter(example -> example.has("password")).toList();
    }

    private JsonNode response(int status) {
        return examples.stream()
                .filter(example -> example.path("statusCode").asInt() == status)
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> examples() {
        JsonMapper json = new JsonMapper();
        try {
            List<JsonNode> examples = EXAMPLE.matcher(Files.readString(DOCUMENT))
                    .results()
                    .map(found -> json.readTree(found.group(1)))
                    .toList();
            assertThat(examples).as("the document's examples").hasSize(6);
            return examples;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
