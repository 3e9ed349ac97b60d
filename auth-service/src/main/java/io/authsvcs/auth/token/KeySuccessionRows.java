package io.authsvcs.auth.token;

import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The SQL that changes {@code signing_keys}, and shows them to people. By clock_timestamp(): now() is when the transaction
 * began, before it waited for another.
 */
@Component
class KeySuccessionRows {
    private static final int MOST_LISTED = 200;
    private static final String CURRENT = """
            (SELECT max(number) FROM signing_keys WHERE revoked_at IS NULL AND signs_from <= clock_timestamp())
            """;
    private static final String SELECT = """
            SELECT kid, created_at, signs_from, verifies_until, CASE
                WHEN revoked_at IS NOT NULL THEN 'REVOKED'
                WHEN signs_from > clock_timestamp() THEN 'NEXT'
                WHEN number =
            """ + CURRENT + """
                THEN 'CURRENT'
                ELSE 'FORMER' END AS state
            FROM signing_keys
            """;

    private final Database database;

    KeySuccessionRows(Database database) {
        this.database = database;
    }

    /** Nobody else changes keys until the transaction has ended: all of them wait for the oldest, which always stays. */
    Mono<Void> lock() {
        return database.guard(database.sql("SELECT number FROM signing_keys ORDER BY number LIMIT 1 FOR UPDATE")
                .then());
    }

    Mono<KeyRecord> find(String kid) {
        return database.guard(database.sql(SELECT + " WHERE kid = :kid")
                .bind("kid", kid)
                .map(KeySuccessionRows::read)
                .one());
    }

    Mono<KeyRecord> findNext() {
        return database.guard(database.sql(SELECT + " WHERE revoked_at IS NULL AND signs_from > clock_timestamp()")
                .map(KeySuccessionRows::read)
                .first());
    }

    Mono<KeyRecord> findNewest() {
        return database.guard(database.sql(SELECT + " ORDER BY number DESC LIMIT 1")
                .map(KeySuccessionRows::read)
                .one());
    }

    /** The newest first. */
    Mono<List<KeyRecord>> list() {
        return database.guard(database.sql(SELECT + " ORDER BY number DESC LIMIT " + MOST_LISTED)
                .map(KeySuccessionRows::read)
                .all()
                .collectList());
    }

    /** Whether the newest key has signed for so long. */
    Mono<Boolean> isOlderThan(Duration age) {
        return database.guard(database.sql("""
                        SELECT max(signs_from) + make_interval(secs => :age) <= clock_timestamp() AS older
                        FROM signing_keys WHERE revoked_at IS NULL
                        """)
                .bind("age", seconds(age))
                .map(row -> new Columns(row).flag("older"))
                .one());
    }

    /** @param ahead how long it is only published, before it signs */
    Mono<Void> insert(StoredKey key, Duration ahead) {
        return database.guard(database.sql("""
                        INSERT INTO signing_keys (kid, number, public_key, private_key, signs_from)
                        SELECT :kid, max(number) + 1, :publicKey, :privateKey,
                            clock_timestamp() + make_interval(secs => :ahead)
                        FROM signing_keys
                        """)
                .bind("kid", key.kid())
                .bind("publicKey", key.publicKey())
                .bind("privateKey", key.encryptedPrivateKey().orElseThrow())
                .bind("ahead", seconds(ahead))
                .then());
    }

    /** The others verify for so long after this one has begun to sign. */
    Mono<Void> endOthers(String kid, Duration tail) {
        return database.guard(
                database.sql("""
                        UPDATE signing_keys SET verifies_until = successor.signs_from + make_interval(secs => :tail)
                        FROM (SELECT number, signs_from FROM signing_keys WHERE kid = :kid) AS successor
                        WHERE verifies_until IS NULL AND signing_keys.number < successor.number
                        """).bind("kid", kid).bind("tail", seconds(tail)).then());
    }

    /** Its successor won't come. */
    Mono<Void> endCurrentNoMore() {
        return database.guard(
                database.sql("UPDATE signing_keys SET verifies_until = NULL WHERE revoked_at IS NULL AND number = "
                                + CURRENT)
                        .then());
    }

    Mono<Void> revoke(String kid) {
        return database.guard(database.sql("""
                        UPDATE signing_keys
                        SET revoked_at = clock_timestamp(), verifies_until = clock_timestamp(), private_key = NULL
                        WHERE kid = :kid
                        """).bind("kid", kid).then());
    }

    /** @return whether there was a next key, which signs now */
    Mono<Boolean> hastenNext() {
        return database.guard(database.sql("""
                        UPDATE signing_keys SET signs_from = clock_timestamp()
                        WHERE revoked_at IS NULL AND signs_from > clock_timestamp()
                        """).fetch().rowsUpdated().map(rows -> rows > 0));
    }

    /** Of keys that sign no more. */
    Mono<Void> eraseSpentHalves() {
        return database.guard(
                database.sql("UPDATE signing_keys SET private_key = NULL WHERE private_key IS NOT NULL AND number < "
                                + CURRENT)
                        .then());
    }

    private static KeyRecord read(Readable row) {
        Columns columns = new Columns(row);
        return new KeyRecord(
                columns.text("kid"),
                KeyState.valueOf(columns.text("state")),
                columns.instant("created_at"),
                columns.instant("signs_from"),
                columns.findInstant("verifies_until"));
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
