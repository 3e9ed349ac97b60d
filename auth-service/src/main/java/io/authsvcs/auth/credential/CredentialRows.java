package io.authsvcs.auth.credential;

import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import io.authsvcs.auth.identity.Identifier.UserId;
import io.authsvcs.auth.identity.Identifier.UserName;
import io.authsvcs.auth.identity.IdentityRows;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code credentials}. */
@Component
class CredentialRows {
    private final Database database;

    CredentialRows(Database database) {
        this.database = database;
    }

    Mono<Holder> find(Identifier identifier) {
        return switch (identifier) {
            case UserId userId -> find("i.id", userId.subject().id());
            case Email email -> find("i.email_key", email.key());
            case PhoneNumber phoneNumber -> find("i.phone_number", phoneNumber.e164());
            case UserName userName -> find("i.user_name_key", userName.key());
        };
    }

    private Mono<Holder> find(String column, Object value) {
        return database.guard(database.sql(
                        "SELECT i.*, c.password_hash, c.version FROM identities i JOIN credentials c ON c.identity_id = i.id WHERE "
                                + column + " = :value")
                .bind("value", value)
                .map(CredentialRows::read)
                .one());
    }

    Mono<Void> insert(Subject subject, PasswordHash hash) {
        return database.guard(database.sql("INSERT INTO credentials (identity_id, password_hash) VALUES (:id, :hash)")
                .bind("id", subject.id())
                .bind("hash", hash.text())
                .then());
    }

    Mono<Void> insertAll(Map<Subject, PasswordHash> hashes) {
        List<Map.Entry<Subject, PasswordHash>> entries = List.copyOf(hashes.entrySet());
        return database.guard(database.sql("""
                        INSERT INTO credentials (identity_id, password_hash) SELECT * FROM unnest(:ids, :hashes)
                        """)
                .bind("ids", entries.stream().map(entry -> entry.getKey().id()).toArray(UUID[]::new))
                .bind(
                        "hashes",
                        entries.stream().map(entry -> entry.getValue().text()).toArray(String[]::new))
                .then());
    }

    /** Also for somebody who has had none. */
    Mono<Void> put(Subject subject, PasswordHash hash) {
        return database.guard(database.sql("""
                        INSERT INTO credentials AS c (identity_id, password_hash) VALUES (:id, :hash)
                        ON CONFLICT (identity_id) DO UPDATE
                            SET password_hash = excluded.password_hash, version = c.version + 1, updated_at = now()
                        """)
                .bind("id", subject.id())
                .bind("hash", hash.text())
                .then());
    }

    /** Whether it was still of that version. */
    Mono<Boolean> update(Subject subject, int version, PasswordHash hash) {
        return database.guard(database.sql("""
                        UPDATE credentials SET password_hash = :hash, version = version + 1, updated_at = now()
                        WHERE identity_id = :id AND version = :version
                        """)
                .bind("id", subject.id())
                .bind("version", version)
                .bind("hash", hash.text())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0));
    }

    Mono<Void> renew(Subject subject, PasswordHash old, PasswordHash hash) {
        return database.guard(database.sql("""
                        UPDATE credentials SET password_hash = :hash, updated_at = now()
                        WHERE identity_id = :id AND password_hash = :old
                        """)
                .bind("id", subject.id())
                .bind("old", old.text())
                .bind("hash", hash.text())
                .then());
    }

    private static Holder read(Readable row) {
        Columns columns = new Columns(row);
        return new Holder(
                IdentityRows.read(row), new PasswordHash(columns.text("password_hash")), columns.number("version"));
    }
}
