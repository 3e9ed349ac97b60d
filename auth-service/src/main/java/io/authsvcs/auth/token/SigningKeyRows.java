package io.authsvcs.auth.token;

import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL by which every instance learns of {@code signing_keys}. */
@Component
class SigningKeyRows {
    private final Database database;

    SigningKeyRows(Database database) {
        this.database = database;
    }

    /**
     * The keys that may be met, the oldest first.
     *
     * @param known the keys that needn't be sent again
     */
    Mono<List<Row>> findInService(Collection<String> known) {
        return database.guard(database.sql("""
                        SELECT now() AS now, kid, signs_from, verifies_until, private_key IS NOT NULL AS signable,
                            CASE WHEN kid <> ALL (:known) THEN public_key END AS public_key,
                            CASE WHEN kid <> ALL (:known) THEN private_key END AS private_key
                        FROM signing_keys
                        WHERE revoked_at IS NULL AND (verifies_until IS NULL OR verifies_until > now())
                        ORDER BY number
                        """)
                .bind("known", known.toArray(String[]::new))
                .map(SigningKeyRows::read)
                .all()
                .collectList());
    }

    /** Of several instances that offer a first key, at once or one after the other, the first is heard. */
    Mono<Void> insertFirst(StoredKey key) {
        return database.guard(database.sql("""
                        INSERT INTO signing_keys (kid, number, public_key, private_key)
                        SELECT :kid, coalesce(max(number), 0) + 1, :publicKey, :privateKey FROM signing_keys
                        HAVING count(*) FILTER (
                            WHERE revoked_at IS NULL AND (verifies_until IS NULL OR verifies_until > now())) = 0
                        ON CONFLICT (number) DO NOTHING
                        """)
                .bind("kid", key.kid())
                .bind("publicKey", key.publicKey())
                .bind("privateKey", key.encryptedPrivateKey().orElseThrow())
                .then());
    }

    private static Row read(Readable row) {
        Columns columns = new Columns(row);
        String kid = columns.text("kid");
        return new Row(
                columns.instant("now"),
                kid,
                columns.flag("signable"),
                columns.instant("signs_from"),
                columns.findInstant("verifies_until"),
                columns.findBytes("public_key")
                        .map(publicKey -> new StoredKey(kid, publicKey, columns.findBytes("private_key"))));
    }

    /**
     * @param now the database's time
     * @param signable whether its private half is still there
     * @param key where it wasn't known
     */
    record Row(
            Instant now,
            String kid,
            boolean signable,
            Instant signsFrom,
            Optional<Instant> verifiesUntil,
            Optional<StoredKey> key) {}
}
