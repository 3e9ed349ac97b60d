package io.authsvcs.auth.identity;

import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL that adds many to {@code identities} at once. */
@Component
class NewcomerRows {
    private static final int NO_NUMBER = 0;

    private final Database database;

    NewcomerRows(Database database) {
        this.database = database;
    }

    /** Those who were added; whoever has an identifier that is there already, or twice in the list, is left out. */
    Mono<Set<Subject>> insertAll(List<MovedIdentity> moved) {
        List<NewIdentity> newcomers =
                moved.stream().map(MovedIdentity::identity).toList();
        return database.guard(database.sql("""
                        INSERT INTO identities (id, email, email_key, phone_number, user_name, user_name_key,
                            first_name, last_name, company, roles, status, number, attributes)
                        SELECT id, nullif(email, ''), nullif(email_key, ''), nullif(phone_number, ''),
                            nullif(user_name, ''), nullif(user_name_key, ''), nullif(first_name, ''),
                            nullif(last_name, ''), nullif(company, ''), string_to_array(roles, ' '), status,
                            coalesce(nullif(number, 0), nextval(pg_get_serial_sequence('identities', 'number'))),
                            attributes::jsonb
                        FROM unnest(:ids, :emails, :emailKeys, :phoneNumbers, :userNames, :userNameKeys,
                            :firstNames, :lastNames, :companies, :roles, :statuses, :numbers, :attributes)
                            AS newcomer (id, email, email_key, phone_number, user_name, user_name_key,
                                first_name, last_name, company, roles, status, number, attributes)
                        ON CONFLICT DO NOTHING RETURNING id
                        """)
                .bind("ids", newcomers.stream().map(each -> each.subject().id()).toArray(UUID[]::new))
                .bind("emails", names(newcomers, names -> names.email().map(Identifier.Email::address)))
                .bind("emailKeys", names(newcomers, names -> names.email().map(Identifier.Email::key)))
                .bind(
                        "phoneNumbers",
                        names(newcomers, names -> names.phoneNumber().map(Identifier.PhoneNumber::e164)))
                .bind("userNames", names(newcomers, names -> names.userName().map(Identifier.UserName::name)))
                .bind("userNameKeys", names(newcomers, names -> names.userName().map(Identifier.UserName::key)))
                .bind("firstNames", names(newcomers, NewIdentity.Names::firstName))
                .bind("lastNames", names(newcomers, NewIdentity.Names::lastName))
                .bind("companies", names(newcomers, NewIdentity.Names::company))
                .bind("roles", texts(newcomers, each -> String.join(" ", each.roles())))
                .bind("statuses", texts(newcomers, each -> each.status().stored()))
                .bind(
                        "numbers",
                        moved.stream()
                                .map(each -> each.number().orElse(NO_NUMBER))
                                .toArray(Integer[]::new))
                .bind(
                        "attributes",
                        moved.stream()
                                .map(each -> AttributesJson.write(each.attributes()))
                                .toArray(String[]::new))
                .map(row -> new Subject(new Columns(row).uuid("id")))
                .all()
                .collect(Collectors.toUnmodifiableSet()));
    }

    // What is absent travels as an empty text, which no name is.
    private static String[] names(List<NewIdentity> newcomers, Function<NewIdentity.Names, Optional<String>> name) {
        return texts(newcomers, each -> name.apply(each.names()).orElse(""));
    }

    private static String[] texts(List<NewIdentity> newcomers, Function<NewIdentity, String> text) {
        return newcomers.stream().map(text).toArray(String[]::new);
    }
}
