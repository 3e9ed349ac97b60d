package io.authsvcs.auth.idempotency;

import io.authsvcs.auth.idempotency.Effects.Done;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.persistence.Nullable;
import io.authsvcs.auth.session.SessionId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code idempotency_keys}. */
@Component
class EffectRows {
    private final Database database;

    EffectRows(Database database) {
        this.database = database;
    }

    /** Whether this is the first of its key. */
    Mono<Boolean> insert(IdempotencyKey key, Effect effect) {
        return database.guard(database.sql("""
                        INSERT INTO idempotency_keys (hash, identity_id, session_id, turn)
                        VALUES (:hash, :identity, :session, :turn) ON CONFLICT (hash) DO NOTHING
                        """)
                .bind("hash", key.hash())
                .bind("identity", effect.subject().id())
                .bind("session", Nullable.uuid(effect.session().map(SessionId::id)))
                .bind("turn", effect.turn())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0));
    }

    Mono<Done> find(IdempotencyKey key) {
        return database.guard(
                database.sql("""
                        SELECT identity_id, session_id, turn, created_at FROM idempotency_keys WHERE hash = :hash
                        """).bind("hash", key.hash()).map(EffectRows::read).one());
    }

    /** In small helpings, so that nobody waits for it; how many rows were deleted. */
    Mono<Long> deleteOlderThan(Duration age, int most) {
        return database.guard(database.sql("""
                        DELETE FROM idempotency_keys WHERE hash IN (
                            SELECT hash FROM idempotency_keys
                            WHERE created_at < now() - make_interval(secs => :seconds) LIMIT :most
                            FOR UPDATE SKIP LOCKED)
                        """)
                .bind("seconds", (double) age.toSeconds())
                .bind("most", most)
                .fetch()
                .rowsUpdated());
    }

    private static Done read(Readable row) {
        Columns columns = new Columns(row);
        Effect effect = new Effect(
                new Subject(columns.uuid("identity_id")),
                columns.findUuid("session_id").map(SessionId::new),
                columns.number("turn"));
        return new Done(effect, columns.instant("created_at"));
    }
}
