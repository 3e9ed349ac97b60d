package io.authsvcs.auth.identity;

import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL that compares many with all of {@code identities}. */
@Component
class ClashRows {
    private static final int NO_NUMBER = 0;

    private final Database database;

    ClashRows(Database database) {
        this.database = database;
    }

    /** Of those who are added by now and of those who aren't; in their order. */
    Mono<List<Clash>> findAll(List<MovedIdentity> moved) {
        return database.guard(database.sql("""
                        SELECT place, of_subject, of_number
                        FROM unnest(:ids, :emailKeys, :phoneNumbers, :userNameKeys, :numbers) WITH ORDINALITY
                            AS newcomer (id, email_key, phone_number, user_name_key, number, place)
                        LEFT JOIN identities known ON known.id = newcomer.id
                        LEFT JOIN identities numbered ON numbered.number = newcomer.number
                        CROSS JOIN LATERAL (SELECT ARRAY(
                            SELECT id FROM identities WHERE email_key = newcomer.email_key
                            UNION ALL SELECT id FROM identities WHERE phone_number = newcomer.phone_number
                            UNION ALL SELECT id FROM identities WHERE user_name_key = newcomer.user_name_key
                            ) AS ids) AS named
                        CROSS JOIN LATERAL (SELECT
                            known.id IS NOT NULL AND cardinality(named.ids) > 0 AND known.id <> ALL (named.ids)
                                AS of_subject,
                            numbered.id IS NOT NULL AND numbered.id <> ALL (
                                CASE WHEN known.id IS NULL THEN named.ids ELSE ARRAY[known.id] END) AS of_number) AS clash
                        WHERE of_subject OR of_number
                        ORDER BY place
                        """)
                .bind("ids", moved.stream().map(each -> each.subject().id()).toArray(UUID[]::new))
                .bind("emailKeys", names(moved, names -> names.email().map(Identifier.Email::key)))
                .bind("phoneNumbers", names(moved, names -> names.phoneNumber().map(Identifier.PhoneNumber::e164)))
                .bind("userNameKeys", names(moved, names -> names.userName().map(Identifier.UserName::key)))
                .bind(
                        "numbers",
                        moved.stream()
                                .map(each -> each.number().orElse(NO_NUMBER))
                                .toArray(Integer[]::new))
                .map(ClashRows::read)
                .all()
                .collectList());
    }

    private static Clash read(Readable row) {
        Columns columns = new Columns(row);
        return new Clash(
                Math.toIntExact(columns.longNumber("place") - 1),
                columns.flag("of_subject"),
                columns.flag("of_number"));
    }

    // What is absent travels as an empty text or 0, which nobody has.
    private static String[] names(List<MovedIdentity> moved, Function<NewIdentity.Names, Optional<String>> name) {
        return moved.stream()
                .map(each -> name.apply(each.identity().names()).orElse(""))
                .toArray(String[]::new);
    }
}
