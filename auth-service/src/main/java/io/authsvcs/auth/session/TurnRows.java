package io.authsvcs.auth.session;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.SessionState.Life;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of a session's turns. */
@Component
class TurnRows {
    private final Database database;

    TurnRows(Database database) {
        this.database = database;
    }

    /**
     * Nobody else turns or ends this session until the transaction has ended. Locked first and read then: a statement that
     * had to wait for the lock would show its owner as they were before it waited.
     */
    Mono<LockedSession> lock(SessionId id) {
        return database.guard(database.sql("SELECT id FROM sessions WHERE id = :id FOR UPDATE")
                        .bind("id", id.id())
                        .then())
                .then(Mono.defer(() -> look(id)));
    }

    private Mono<LockedSession> look(SessionId id) {
        return database.guard(
                database.sql("""
                        SELECT s.id, s.identity_id, s.turn, coalesce(s.refreshed_at, s.created_at) AS at,
                            s.expires_at, s.persistent, s.methods, i.roles,
                            extract(epoch FROM clock_timestamp() - coalesce(s.refreshed_at, s.created_at))::float8
                                AS age,
                        """ + SessionStateRows.LIFE + """
                        AS life""" + SessionStateRows.FROM + "WHERE s.id = :id")
                        .bind("id", id.id())
                        .map(TurnRows::locked)
                        .one());
    }

    Mono<SessionTurn> advance(SessionId id) {
        return database.guard(
                database.sql("""
                        UPDATE sessions SET turn = turn + 1, refreshed_at = clock_timestamp(), last_seen_at = now()
                        WHERE id = :id RETURNING id, turn, refreshed_at AS at, expires_at, persistent, methods
                        """).bind("id", id.id()).map(TurnRows::read).one());
    }

    Mono<SessionTurn> find(SessionId id) {
        return database.guard(
                database.sql("""
                        SELECT id, turn, coalesce(refreshed_at, created_at) AS at, expires_at, persistent, methods
                        FROM sessions WHERE id = :id
                        """).bind("id", id.id()).map(TurnRows::read).one());
    }

    /** The present turn, as if it began now. */
    Mono<SessionTurn> findNow(SessionId id) {
        return database.guard(database.sql(
                        "SELECT id, turn, now() AS at, expires_at, persistent, methods FROM sessions WHERE id = :id")
                .bind("id", id.id())
                .map(TurnRows::read)
                .one());
    }

    static SessionTurn read(Readable row) {
        Columns columns = new Columns(row);
        return new SessionTurn(
                new SessionId(columns.uuid("id")),
                columns.number("turn"),
                columns.instant("at"),
                columns.findInstant("expires_at"),
                columns.flag("persistent"),
                Methods.of(columns.text("methods")));
    }

    private static LockedSession locked(Readable row) {
        Columns columns = new Columns(row);
        return new LockedSession(
                new Subject(columns.uuid("identity_id")),
                columns.texts("roles"),
                Life.valueOf(columns.text("life")),
                read(row),
                Duration.ofMillis((long) (columns.fraction("age") * 1000)));
    }
}
