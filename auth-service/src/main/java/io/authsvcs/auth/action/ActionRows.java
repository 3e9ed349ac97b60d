package io.authsvcs.auth.action;

import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.IdentityRows;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code action_tokens}. */
@Component
class ActionRows {
    // Any number, that nothing else locks under.
    private static final int ADDRESSES = 1_096_043_604;

    /** Of {@code action_tokens t}. */
    private static final String OPEN = """
            t.used_at IS NULL AND t.expires_at > now()
                AND EXISTS (SELECT FROM identities i LEFT JOIN credentials c ON c.identity_id = i.id
                    WHERE i.id = t.identity_id AND i.email_key = t.email_key
                        AND coalesce(c.version, -1) = t.credential_version)
            """;

    private final Database database;

    ActionRows(Database database) {
        this.database = database;
    }

    /** A lock on the address rather than on a row, so that an address that nobody has costs and waits the same. */
    Mono<Void> lock(Email email) {
        return database.guard(database.sql("SELECT pg_advisory_xact_lock(:addresses, :address)")
                .bind("addresses", ADDRESSES)
                .bind("address", email.key().hashCode())
                .then());
    }

    /** One row, whether or not there is anybody of this address. */
    Mono<Optional<Subject>> findAddressee(Email email) {
        return database.guard(database.sql("SELECT (SELECT id FROM identities WHERE email_key = :key) AS id")
                .bind("key", email.key())
                .map(row -> new Columns(row).findUuid("id").map(Subject::new))
                .one());
    }

    /** Always a row; whether it is somebody's. */
    Mono<Boolean> insert(
            ActionId id, Subject subject, Set<IdentityStatus> eligible, Duration lifetime, int mostAnHour) {
        return database.guard(database.sql("""
                        INSERT INTO action_tokens (id, purpose, identity_id, email_key, credential_version, expires_at)
                        SELECT :id, :purpose, i.id, i.email_key, coalesce(c.version, -1),
                            now() + make_interval(secs => :seconds)
                        FROM (SELECT count(*) AS many FROM action_tokens t WHERE t.identity_id = :identity
                                AND t.purpose = :purpose AND t.created_at > now() - interval '1 hour') sent
                            LEFT JOIN identities i ON i.id = :identity AND i.email_key IS NOT NULL
                                AND i.status = ANY (:eligible) AND sent.many < :most
                            LEFT JOIN credentials c ON c.identity_id = i.id
                        RETURNING identity_id IS NOT NULL AS issued
                        """)
                .bind("id", id.id())
                .bind("purpose", id.purpose().label())
                .bind("seconds", (double) lifetime.toSeconds())
                .bind("identity", subject.id())
                .bind("eligible", eligible.stream().map(IdentityStatus::stored).toArray(String[]::new))
                .bind("most", mostAnHour)
                .map(row -> new Columns(row).flag("issued"))
                .one());
    }

    Mono<Identity> lockOwner(ActionId id) {
        return database.guard(named("""
                        SELECT i.* FROM identities i JOIN action_tokens t ON t.identity_id = i.id
                        WHERE t.id = :id AND t.purpose = :purpose FOR NO KEY UPDATE OF i
                        """, id).map(IdentityRows::read).one());
    }

    Mono<Boolean> use(ActionId id) {
        return database.guard(named(
                        "UPDATE action_tokens t SET used_at = now() WHERE t.id = :id AND t.purpose = :purpose AND "
                                + OPEN,
                        id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0));
    }

    Mono<Boolean> isOpen(ActionId id) {
        return database.guard(
                named("SELECT t.id FROM action_tokens t WHERE t.id = :id AND t.purpose = :purpose AND " + OPEN, id)
                        .fetch()
                        .first()
                        .hasElement());
    }

    /** Those that have been over for a week (until then their owners are told that all is done), and nobody's. */
    Mono<Long> deleteExpired(int most) {
        return database.guard(database.sql("""
                        DELETE FROM action_tokens WHERE id IN (
                            SELECT id FROM action_tokens WHERE expires_at < now() - interval '7 days'
                                OR (identity_id IS NULL AND expires_at < now())
                            LIMIT :most FOR UPDATE SKIP LOCKED)
                        """).bind("most", most).fetch().rowsUpdated());
    }

    private GenericExecuteSpec named(String statement, ActionId id) {
        return database.sql(statement)
                .bind("id", id.id())
                .bind("purpose", id.purpose().label());
    }
}
