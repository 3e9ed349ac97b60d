package io.authsvcs.auth.identity;

import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.r2dbc.spi.Readable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what is known of somebody beside who they are. */
@Component
class ParticularRows {
    // Instances of another version may know further attributes, or fewer.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Database database;

    ParticularRows(Database database) {
        this.database = database;
    }

    Mono<Particulars> find(Subject subject) {
        return database.guard(database.sql("""
                        SELECT number, email_confirmed, attributes::text AS attributes FROM identities WHERE id = :id
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
                .bind("attributes", JSON.writeValueAsString(attributes))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0));
    }

    private static Particulars read(Readable row) {
        Columns columns = new Columns(row);
        return new Particulars(
                columns.longNumber("number"),
                columns.flag("email_confirmed"),
                JSON.readValue(columns.text("attributes"), Attributes.class));
    }
}
