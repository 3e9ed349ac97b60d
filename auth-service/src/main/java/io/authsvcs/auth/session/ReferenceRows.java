package io.authsvcs.auth.session;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.persistence.Lookups;
import io.authsvcs.auth.persistence.Nullable;
import io.authsvcs.auth.session.References.Labelled;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code reference_tokens}. */
@Component
class ReferenceRows {
    // As text: the driver's own arrays of bytes arrive as other bytes.
    private static final String FIND_ALL = "SELECT t.hash, " + SessionStateRows.COLUMNS + ", " + SessionStateRows.LIFE
            + " AS life" + SessionStateRows.FROM + """
            JOIN reference_tokens t ON t.session_id = s.id
            WHERE t.hash = ANY (ARRAY (SELECT decode(digits, 'hex') FROM unnest(:hashes) AS digits))
            """;

    private static final String OF_SUBJECT = " FROM sessions s JOIN reference_tokens t ON t.session_id = s.id"
            + " WHERE s.identity_id = :identity AND t.label IS NOT NULL AND " + SessionRows.ALIVE;

    private final Database database;
    private final Lookups lookups;

    ReferenceRows(Database database, Lookups lookups) {
        this.database = database;
        this.lookups = lookups;
    }

    Mono<Void> put(TokenHash token, SessionId session, Optional<String> label) {
        return database.guard(database.sql("""
                        INSERT INTO reference_tokens (hash, session_id, label) VALUES (:hash, :session, :label)
                        ON CONFLICT (hash) DO UPDATE SET session_id = excluded.session_id
                        """)
                .bind("hash", token.bytes())
                .bind("session", session.id())
                .bind("label", Nullable.text(label))
                .then());
    }

    Mono<Map<TokenHash, SessionState>> findAll(Collection<TokenHash> tokens) {
        return lookups.guard(lookups.sql(FIND_ALL)
                .bind("hashes", tokens.stream().map(TokenHash::hex).toArray(String[]::new))
                .map(row -> Map.entry(TokenHash.of(new Columns(row).bytes("hash")), SessionStateRows.read(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One that nobody has ended, whether or not its owner may use it now. */
    Mono<SessionId> findOpen(TokenHash token) {
        return database.guard(database.sql("""
                        SELECT s.id FROM reference_tokens t
                        JOIN sessions s ON s.id = t.session_id JOIN identities i ON i.id = s.identity_id
                        WHERE t.hash = :hash AND s.ended_at IS NULL AND s.generation = i.session_generation
                            AND (s.expires_at IS NULL OR s.expires_at > now()) AND NOT
                        """ + SessionRows.ABANDONED)
                .bind("hash", token.bytes())
                .map(ReferenceRows::id)
                .one());
    }

    /** Those that live, the latest first. */
    Mono<List<Labelled>> findLabelled(Subject subject, int most) {
        return database.guard(database.sql("SELECT t.label, s.expires_at" + OF_SUBJECT
                        + " ORDER BY s.created_at DESC, s.id DESC LIMIT :most")
                .bind("identity", subject.id())
                .bind("most", most)
                .map(ReferenceRows::labelled)
                .all()
                .collectList());
    }

    Mono<List<SessionId>> findByLabel(Subject subject, String label) {
        return database.guard(database.sql("SELECT s.id" + OF_SUBJECT + " AND t.label = :label")
                .bind("identity", subject.id())
                .bind("label", label)
                .map(ReferenceRows::id)
                .all()
                .collectList());
    }

    private static SessionId id(Readable row) {
        return new SessionId(new Columns(row).uuid("id"));
    }

    private static Labelled labelled(Readable row) {
        Columns columns = new Columns(row);
        return new Labelled(columns.text("label"), columns.findInstant("expires_at"));
    }
}
