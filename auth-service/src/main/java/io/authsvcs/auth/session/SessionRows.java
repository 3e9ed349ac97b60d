package io.authsvcs.auth.session;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.persistence.Nullable;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code sessions}: their beginning and their end. Times are the database's: instances' clocks may differ. */
@Component
class SessionRows {
    /**
     * Whether {@code sessions s} was left alone for longer than it may be. What isn't yet written of its last use counts
     * for it; what {@link LastSeen} writes later revives none.
     */
    static final String ABANDONED = " coalesce(s.last_seen_at + s.idle_limit + interval '" + LastSeen.BEHIND.toSeconds()
            + " seconds' <= now(), false) ";

    /** Of {@code sessions s}, whose owner may be looked at here or elsewhere. */
    static final String ALIVE = "NOT" + ABANDONED + """
            AND s.ended_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now())
                AND s.generation = (SELECT session_generation FROM identities i WHERE i.id = s.identity_id)
                AND (s.partner_id IS NULL
                    OR EXISTS (SELECT 1 FROM partners p WHERE p.id = s.partner_id AND p.status = 'active'))
            """;

    private final Database database;

    SessionRows(Database database) {
        this.database = database;
    }

    /**
     * Opens one.
     *
     * @param lifetime absent: without an end
     * @param idle how long it may be left alone; absent: for its lifetime
     */
    Mono<SessionTurn> insert(
            SessionId id,
            Identity identity,
            Methods methods,
            SessionRequest request,
            Optional<Duration> lifetime,
            Optional<Duration> idle) {
        Caller caller = request.caller();
        return database.guard(database.sql("""
                        INSERT INTO sessions
                            (id, identity_id, partner_id, generation, persistent, methods, client, address, expires_at,
                            idle_limit)
                        VALUES (:id, :identity, :partner, :generation, :persistent, :methods, :client, :address,
                            now() + make_interval(secs => :seconds), make_interval(secs => :idle))
                        RETURNING id, turn, created_at AS at, expires_at, persistent, methods
                        """)
                .bind("id", id.id())
                .bind("identity", identity.subject().id())
                .bind("partner", Nullable.text(request.partner()))
                .bind("generation", identity.sessionGeneration())
                .bind("persistent", request.persistent())
                .bind("methods", methods.stored())
                .bind("client", Nullable.text(caller.client()))
                .bind("address", Nullable.text(caller.address()))
                .bind("seconds", Nullable.seconds(lifetime))
                .bind("idle", Nullable.seconds(idle))
                .map(TurnRows::read)
                .one());
    }

    /** One more of the same kind, with the same end. */
    Mono<SessionTurn> insertLike(SessionId model, SessionId id, int generation) {
        return database.guard(database.sql("""
                        INSERT INTO sessions
                            (id, identity_id, partner_id, generation, persistent, methods, client, address, expires_at,
                            idle_limit)
                        SELECT :id, identity_id, partner_id, :generation, persistent, methods, client, address,
                            expires_at, idle_limit
                        FROM sessions WHERE id = :model
                        RETURNING id, turn, created_at AS at, expires_at, persistent, methods
                        """)
                .bind("id", id.id())
                .bind("generation", generation)
                .bind("model", model.id())
                .map(TurnRows::read)
                .one());
    }

    /** Lets one session live on under a new generation. */
    Mono<Void> carryOver(SessionId id, int generation) {
        return database.guard(database.sql("UPDATE sessions SET generation = :generation WHERE id = :id")
                .bind("generation", generation)
                .bind("id", id.id())
                .then());
    }

    /** The same for one whose owner has proved their second factor by now. */
    Mono<Void> carryOver(SessionId id, int generation, Methods methods) {
        return database.guard(
                database.sql("UPDATE sessions SET generation = :generation, methods = :methods WHERE id = :id")
                        .bind("generation", generation)
                        .bind("methods", methods.stored())
                        .bind("id", id.id())
                        .then());
    }

    /** Whose it was, if it ended now. */
    Mono<Subject> end(SessionId id) {
        return database.guard(database.sql("""
                        UPDATE sessions SET ended_at = now() WHERE id = :id AND ended_at IS NULL RETURNING identity_id
                        """)
                .bind("id", id.id())
                .map(row -> new Subject(new Columns(row).uuid("identity_id")))
                .one());
    }

    Mono<Void> endOpenedBy(Methods methods, Subject subject) {
        return database.guard(database.sql("""
                        UPDATE sessions SET ended_at = now()
                        WHERE identity_id = :identity AND ended_at IS NULL AND methods = :methods
                        """)
                .bind("identity", subject.id())
                .bind("methods", methods.stored())
                .then());
    }

    /** Whether there is such a session of this subject. */
    Mono<Boolean> end(SessionId id, Subject subject) {
        return database.guard(database.sql("""
                        UPDATE sessions SET ended_at = coalesce(ended_at, now())
                        WHERE id = :id AND identity_id = :identity
                        """)
                .bind("id", id.id())
                .bind("identity", subject.id())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0));
    }

    /** Logins of the same subject wait here for each other, so that each sees the sessions of those before. */
    Mono<Void> lockOwner(Subject subject) {
        return database.guard(database.sql("SELECT id FROM identities WHERE id = :id FOR NO KEY UPDATE")
                .bind("id", subject.id())
                .then());
    }

    /** Ends the oldest beyond so many; what is a partner's doesn't count, as nobody opens that anew. */
    Mono<Void> endBeyond(int most, Subject subject) {
        return database.guard(
                database.sql("UPDATE sessions SET ended_at = now() WHERE id IN (SELECT s.id FROM sessions s"
                                + " WHERE s.identity_id = :identity AND s.partner_id IS NULL AND " + ALIVE
                                + " ORDER BY s.created_at DESC, s.id DESC OFFSET :most)")
                        .bind("identity", subject.id())
                        .bind("most", most)
                        .then());
    }

    Mono<Boolean> isOpenedWithin(Duration age, SessionId id) {
        return database.guard(database.sql("""
                        SELECT EXISTS (SELECT 1 FROM sessions
                            WHERE id = :id AND created_at >= now() - make_interval(secs => :seconds)) AS found
                        """)
                .bind("id", id.id())
                .bind("seconds", (double) age.toSeconds())
                .map(row -> new Columns(row).flag("found"))
                .one());
    }

    /** Those alive, the latest first. */
    Mono<List<SessionSummary>> findAlive(Subject subject, int most) {
        return database.guard(database.sql("SELECT s.* FROM sessions s WHERE s.identity_id = :identity AND " + ALIVE
                        + " ORDER BY s.created_at DESC, s.id DESC LIMIT :most")
                .bind("identity", subject.id())
                .bind("most", most)
                .map(SessionRows::summary)
                .all()
                .collectList());
    }

    /** Gives an end to a helping of those without one whose generation is over, so that they can be deleted some day. */
    Mono<Void> endEndless(Subject subject, int most) {
        return database.guard(database.sql("""
                        UPDATE sessions SET ended_at = now() WHERE id IN (
                            SELECT s.id FROM sessions s JOIN identities i ON i.id = s.identity_id
                            WHERE s.identity_id = :identity AND s.ended_at IS NULL AND s.expires_at IS NULL
                                AND s.generation <> i.session_generation
                            LIMIT :most FOR UPDATE OF s SKIP LOCKED)
                        """)
                .bind("identity", subject.id())
                .bind("most", most)
                .then());
    }

    /** Those that ended or ran out long ago, in small helpings; how many rows were deleted. */
    Mono<Long> deleteOver(Duration age, int most) {
        return database.guard(database.sql("""
                        DELETE FROM sessions WHERE id IN (
                            SELECT id FROM sessions
                            WHERE least(ended_at, expires_at) < now() - make_interval(secs => :seconds)
                            LIMIT :most FOR UPDATE SKIP LOCKED)
                        """)
                .bind("seconds", (double) age.toSeconds())
                .bind("most", most)
                .fetch()
                .rowsUpdated());
    }

    /** Notes that these are in use, where it was last noted longer than that ago, and they weren't abandoned before. */
    Mono<Void> see(Collection<SessionId> ids, Duration age) {
        return database.guard(database.sql("""
                        UPDATE sessions SET last_seen_at = now() WHERE id IN (
                            SELECT s.id FROM sessions s
                            WHERE s.id = ANY (:ids) AND s.last_seen_at < now() - make_interval(secs => :seconds)
                                AND NOT""" + ABANDONED + "FOR NO KEY UPDATE SKIP LOCKED)")
                .bind("ids", ids.stream().map(SessionId::id).toArray(UUID[]::new))
                .bind("seconds", (double) age.toSeconds())
                .then());
    }

    private static SessionSummary summary(Readable row) {
        Columns columns = new Columns(row);
        return new SessionSummary(
                new SessionId(columns.uuid("id")),
                columns.findText("client"),
                columns.findText("address"),
                columns.instant("created_at"),
                columns.instant("last_seen_at"),
                columns.findInstant("expires_at"));
    }
}
