package io.authsvcs.auth.identity;

import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import io.authsvcs.auth.identity.Identifier.UserId;
import io.authsvcs.auth.identity.Identifier.UserName;
import io.authsvcs.auth.persistence.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL that searches {@code identities}. */
@Component
class DirectoryRows {
    private final Database database;

    DirectoryRows(Database database) {
        this.database = database;
    }

    Mono<List<Identity>> find(Directory.Query query, int most) {
        Map<String, Object> conditions = conditions(query);
        String where = conditions.isEmpty()
                ? ""
                : conditions.keySet().stream().collect(Collectors.joining(" AND ", " WHERE ", ""));
        return database.guard(database.sql(
                        "SELECT " + IdentityRows.COLUMNS + " FROM identities" + where + " ORDER BY id LIMIT " + most)
                .bindValues(List.copyOf(conditions.values()))
                .map(IdentityRows::read)
                .all()
                .collectList());
    }

    private static Map<String, Object> conditions(Directory.Query query) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        query.identifiers().forEach(identifier -> add(conditions, column(identifier) + " =", value(identifier)));
        query.status().ifPresent(status -> add(conditions, "status =", status.stored()));
        query.after().ifPresent(subject -> add(conditions, "id >", subject.id()));
        return conditions;
    }

    private static void add(Map<String, Object> conditions, String comparison, Object value) {
        conditions.put(comparison + " $" + (conditions.size() + 1), value);
    }

    private static String column(Identifier identifier) {
        return switch (identifier) {
            case UserId userId -> "id";
            case Email email -> "email_key";
            case PhoneNumber phoneNumber -> "phone_number";
            case UserName userName -> "user_name_key";
        };
    }

    private static Object value(Identifier identifier) {
        return switch (identifier) {
            case UserId userId -> userId.subject().id();
            case Email email -> email.key();
            case PhoneNumber phoneNumber -> phoneNumber.e164();
            case UserName userName -> userName.key();
        };
    }
}
