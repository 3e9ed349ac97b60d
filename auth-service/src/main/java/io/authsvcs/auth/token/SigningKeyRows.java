package io.authsvcs.auth.token;

import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.token.SigningKeyCodec.StoredKey;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code signing_keys}. */
@Component
class SigningKeyRows {
    private final Database database;

    SigningKeyRows(Database database) {
        this.database = database;
    }

    /** The oldest first. */
    Mono<List<StoredKey>> findAll() {
        return database.guard(database.sql("SELECT kid, public_key, private_key FROM signing_keys ORDER BY number")
                .map(SigningKeyRows::read)
                .all()
                .collectList());
    }

    /** Of several instances that offer a first key at once, one is heard. */
    Mono<Void> insertFirst(StoredKey key) {
        return database.guard(database.sql("""
                        INSERT INTO signing_keys (kid, number, public_key, private_key)
                        VALUES (:kid, 1, :publicKey, :privateKey) ON CONFLICT (number) DO NOTHING
                        """)
                .bind("kid", key.kid())
                .bind("publicKey", key.publicKey())
                .bind("privateKey", key.encryptedPrivateKey())
                .then());
    }

    private static StoredKey read(Readable row) {
        Columns columns = new Columns(row);
        return new StoredKey(columns.text("kid"), columns.bytes("public_key"), columns.bytes("private_key"));
    }
}
