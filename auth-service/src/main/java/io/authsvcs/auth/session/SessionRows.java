package io.authsvcs.auth.session;

import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.SessionState.Life;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code sessions} and {@code refresh_tokens}. Times are the database's: instances' clocks may differ. */
@Component
class SessionRows {
    private static final String INSERT = """
            WITH opened AS (
                INSERT INTO sessions (id, identity_id, generation, persistent, client, address, expires_at)
                VALUES (:id, :identity, :generation, :persistent, :client, :address,
                    now() + make_interval(secs => :seconds))
                RETURNING id, expires_at),
            kept AS (
                INSERT INTO refresh_tokens (hash, session_id) SELECT :hash, id FROM opened)
            SELECT id, expires_at FROM opened
            """;

    private static final String FIND_ALL = """
            SELECT s.id, i.user_name, i.roles, CASE
                WHEN i.status <> 'active' THEN 'OWNER_INACTIVE'
                WHEN s.ended_at IS NOT NULL OR s.generation <> i.session_generation THEN 'ENDED'
                WHEN s.expires_at <= now() THEN 'EXPIRED'
                ELSE 'ALIVE' END AS life
            FROM sessions s JOIN identities i ON i.id = s.identity_id
            WHERE s.id = ANY (:ids)
            """;

    private final Database database;

    SessionRows(Database database) {
        this.database = database;
    }

    Mono<OpenedSession> insert(
            SessionId id, Identity identity, SessionRequest request, Optional<Duration> lifetime, byte[] refreshHash) {
        Caller caller = request.caller();
        return database.guard(database.sql(INSERT)
                .bind("id", id.id())
                .bind("identity", identity.subject().id())
                .bind("generation", identity.sessionGeneration())
                .bind("persistent", request.persistent())
                .bind("client", orNull(caller.client(), R2dbcType.VARCHAR))
                .bind("address", orNull(caller.address(), R2dbcType.VARCHAR))
                .bind("seconds", orNull(lifetime.map(length -> (double) length.toSeconds()), R2dbcType.DOUBLE))
                .bind("hash", refreshHash)
                .map(row -> new OpenedSession(id, new Columns(row).findInstant("expires_at")))
                .one());
    }

    Mono<Map<SessionId, SessionState>> findAll(Collection<SessionId> ids) {
        return database.guard(database.sql(FIND_ALL)
                .bind("ids", ids.stream().map(SessionId::id).toArray(UUID[]::new))
                .map(row -> Map.entry(new SessionId(new Columns(row).uuid("id")), read(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Mono<Void> end(SessionId id) {
        return database.guard(database.sql("UPDATE sessions SET ended_at = now() WHERE id = :id AND ended_at IS NULL")
                .bind("id", id.id())
                .then());
    }

    private static SessionState read(Readable row) {
        Columns columns = new Columns(row);
        return new SessionState(
                Life.valueOf(columns.text("life")), columns.findText("user_name"), columns.texts("roles"));
    }

    private static Object orNull(Optional<?> value, R2dbcType type) {
        return value.<Object>map(present -> present).orElseGet(() -> Parameters.in(type));
    }
}
