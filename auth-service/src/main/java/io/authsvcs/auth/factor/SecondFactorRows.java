package io.authsvcs.auth.factor;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code second_factors}, and of which of them is active. */
@Component
class SecondFactorRows {
    private final Database database;

    SecondFactorRows(Database database) {
        this.database = database;
    }

    /** With the time at which it is read, not that at which its transaction began: that may have waited for a lock. */
    Mono<StoredFactor> find(Subject owner) {
        return database.guard(database.sql("""
                        SELECT f.*, clock_timestamp() AS now,
                            (SELECT count(*) FROM recovery_codes c WHERE c.factor_id = f.id)::integer AS codes_left
                        FROM second_factors f WHERE f.identity_id = :owner
                        """)
                .bind("owner", owner.id())
                .map(SecondFactorRows::read)
                .one());
    }

    /** In place of one that is pending; whether there is none that is active. */
    Mono<Boolean> put(UUID id, Subject owner, byte[] sealedSecret) {
        return database.guard(database.sql("""
                        INSERT INTO second_factors AS f (id, identity_id, secret) VALUES (:id, :owner, :secret)
                        ON CONFLICT (identity_id) DO UPDATE
                            SET id = excluded.id, secret = excluded.secret, begun_at = now()
                            WHERE f.confirmed_at IS NULL
                        """)
                .bind("id", id)
                .bind("owner", owner.id())
                .bind("secret", sealedSecret)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0));
    }

    /** Makes one active that is pending, by the code of this step. */
    Mono<Void> confirm(UUID id, long step) {
        return database.guard(
                database.sql("""
                        WITH confirmed AS (
                            UPDATE second_factors SET confirmed_at = clock_timestamp(), last_step = :step
                            WHERE id = :id AND confirmed_at IS NULL RETURNING id, identity_id)
                        UPDATE identities i SET second_factor_id = c.id, updated_at = now()
                        FROM confirmed c WHERE i.id = c.identity_id
                        """).bind("id", id).bind("step", step).then());
    }

    /** Whether neither this step nor a later one was spent before, wherever that was tried at the same moment. */
    Mono<Boolean> spend(UUID id, long step) {
        return database.guard(
                database.sql("UPDATE second_factors SET last_step = :step WHERE id = :id AND last_step < :step")
                        .bind("id", id)
                        .bind("step", step)
                        .fetch()
                        .rowsUpdated()
                        .map(rows -> rows > 0));
    }

    /** With its recovery codes; whether there was one. */
    Mono<Boolean> delete(Subject owner) {
        return database.guard(database.sql("DELETE FROM second_factors WHERE identity_id = :owner")
                .bind("owner", owner.id())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0));
    }

    private static StoredFactor read(Readable row) {
        Columns columns = new Columns(row);
        return new StoredFactor(
                columns.uuid("id"),
                new Subject(columns.uuid("identity_id")),
                columns.bytes("secret"),
                columns.instant("begun_at"),
                columns.findInstant("confirmed_at"),
                columns.number("codes_left"),
                columns.instant("now"));
    }
}
