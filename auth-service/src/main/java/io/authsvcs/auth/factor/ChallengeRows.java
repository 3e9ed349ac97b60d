package io.authsvcs.auth.factor;

import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.persistence.Nullable;
import io.authsvcs.auth.session.SessionRequest;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code login_challenges}. */
@Component
class ChallengeRows {
    private final Database database;

    ChallengeRows(Database database) {
        this.database = database;
    }

    /** @param enrolment whether its owner has no second factor */
    record Issued(Instant expiresAt, boolean enrolment) {}

    Mono<Issued> insert(UUID id, Identity identity, SessionRequest wishes, Duration lifetime) {
        return database.guard(database.sql("""
                        INSERT INTO login_challenges
                            (id, identity_id, generation, factor_id, duration_seconds, persistent, expires_at)
                        SELECT :id, i.id, :generation, i.second_factor_id, :duration, :persistent,
                            now() + make_interval(secs => :seconds)
                        FROM identities i WHERE i.id = :identity
                        RETURNING expires_at, factor_id IS NULL AS enrolment
                        """)
                .bind("id", id)
                .bind("identity", identity.subject().id())
                .bind("generation", identity.sessionGeneration())
                .bind("duration", Nullable.seconds(wishes.duration()))
                .bind("persistent", wishes.persistent())
                .bind("seconds", (double) lifetime.toSeconds())
                .map(ChallengeRows::issued)
                .one());
    }

    /** One that hasn't expired, of somebody whose sessions and second factor are what they were. */
    Mono<OpenChallenge> find(UUID id) {
        return database.guard(
                database.sql("""
                        SELECT c.*, c.factor_id IS NULL AS enrolment
                        FROM login_challenges c JOIN identities i ON i.id = c.identity_id
                        WHERE c.id = :id AND c.expires_at > now() AND i.status = 'active'
                            AND i.session_generation = c.generation
                            AND i.second_factor_id IS NOT DISTINCT FROM c.factor_id
                        """).bind("id", id).map(ChallengeRows::read).one());
    }

    Mono<Void> delete(UUID id) {
        return database.guard(database.sql("DELETE FROM login_challenges WHERE id = :id")
                .bind("id", id)
                .then());
    }

    /** In small helpings, so that nobody waits for it; how many rows were deleted. */
    Mono<Long> deleteExpired(int most) {
        return database.guard(database.sql("""
                        DELETE FROM login_challenges WHERE id IN (
                            SELECT id FROM login_challenges WHERE expires_at < now()
                            LIMIT :most FOR UPDATE SKIP LOCKED)
                        """).bind("most", most).fetch().rowsUpdated());
    }

    private static Issued issued(Readable row) {
        Columns columns = new Columns(row);
        return new Issued(columns.instant("expires_at"), columns.flag("enrolment"));
    }

    private static OpenChallenge read(Readable row) {
        Columns columns = new Columns(row);
        return new OpenChallenge(
                columns.uuid("id"),
                new Subject(columns.uuid("identity_id")),
                columns.findFraction("duration_seconds").map(seconds -> Duration.ofMillis(Math.round(seconds * 1000))),
                columns.flag("persistent"),
                columns.flag("enrolment"));
    }
}
