package io.authsvcs.auth.identity;

import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.r2dbc.spi.Readable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of what is known of somebody beside who they are. */
@Component
class ParticularRows {
    private final Database database;

    ParticularRows(Database database) {
        this.database = database;
    }

    Mono<Particulars> find(Subject subject) {
        return database.guard(database.sql("""
                        SELECT number, coalesce(confirmed_email_key = email_key, false) AS email_confirmed,
                            attributes::text AS attributes
                        FROM identities WHERE id = :id
                        """)
                .bind("id", subject.id())
                .map(ParticularRows::read)
                .one());
    }

    Mono<Boolean> update(Subject subject, Attributes attributes) {
        return database.guard(database.sql("""
                        UPDATE identities SET attributes = CAST(:attributes AS jsonb), updated_at = now()
                        WHERE id = :id
                        """)
                .bind("id", subject.id())
                .bind("attributes", AttributesJson.write(attributes))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0));
    }

    private static Particulars read(Readable row) {
        Columns columns = new Columns(row);
        return new Particulars(
                columns.longNumber("number"),
                columns.flag("email_confirmed"),
                AttributesJson.read(columns.text("attributes")));
    }
}
