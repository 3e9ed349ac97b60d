package io.authsvcs.common.document;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The statement after which nobody of a document is known, so that each of its examples begins with the same addresses. No
 * API does that: a deleted user keeps theirs.
 */
final class Forgetting {
    private static final JsonMapper JSON = new JsonMapper();

    // Whatever refers to an identity goes first, in tables that come later as well.
    private static final String SQL = """
            DO $$ DECLARE child record; BEGIN
              PERFORM set_config('session_replication_role', 'replica', true);
              FOR child IN SELECT c.conrelid::regclass AS name, a.attname AS key FROM pg_constraint c
                  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                  WHERE c.contype = 'f' AND c.confrelid = 'identities'::regclass LOOP
                EXECUTE format('DELETE FROM %s WHERE %I IN (SELECT id FROM identities WHERE @WHO@)',
                  child.name, child.key);
              END LOOP;
              DELETE FROM identities WHERE @PEOPLE@;
            END $$
            """;

    private Forgetting() {}

    static String of(List<String> people) {
        String who = people.stream()
                .map(JSON::readTree)
                .flatMap(Forgetting::conditions)
                .collect(Collectors.joining(" OR "));
        return SQL.replace("@WHO@", who.replace("'", "''")).replace("@PEOPLE@", who);
    }

    private static Stream<String> conditions(JsonNode person) {
        return Stream.of(
                        condition("id", person.path("userID")),
                        condition("email_key", person.path("email")),
                        condition("phone_number", person.path("phoneNumber")),
                        condition("user_name_key", person.path("userName")))
                .flatMap(each -> each);
    }

    private static Stream<String> condition(String column, JsonNode value) {
        return value.isString()
                ? Stream.of(column + " = '" + value.stringValue().replace("'", "''") + "'")
                : Stream.empty();
    }
}
