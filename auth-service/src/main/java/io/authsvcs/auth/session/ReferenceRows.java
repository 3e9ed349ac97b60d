package io.authsvcs.auth.session;

import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.persistence.Lookups;
import io.authsvcs.auth.persistence.Nullable;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code reference_tokens}. */
@Component
class ReferenceRows {
    private static final String FIND_ALL = "SELECT t.hash, t.partner_id, " + SessionStateRows.COLUMNS
            + ", CASE WHEN p.status <> 'active' THEN 'ENDED' ELSE " + SessionStateRows.LIFE + " END AS life"
            + """
             FROM reference_tokens t
            JOIN sessions s ON s.id = t.session_id JOIN identities i ON i.id = s.identity_id
            LEFT JOIN partners p ON p.id = t.partner_id
            WHERE t.hash = ANY (ARRAY (SELECT decode(digits, 'hex') FROM unnest(:hashes) AS digits))
            """;

    private final Database database;
    private final Lookups lookups;

    ReferenceRows(Database database, Lookups lookups) {
        this.database = database;
        this.lookups = lookups;
    }

    Mono<Void> put(TokenHash token, SessionId session, Optional<String> partner) {
        return database.guard(database.sql("""
                        INSERT INTO reference_tokens (hash, session_id, partner_id) VALUES (:hash, :session, :partner)
                        ON CONFLICT (hash) DO UPDATE SET session_id = excluded.session_id
                        """)
                .bind("hash", token.bytes())
                .bind("session", session.id())
                .bind("partner", Nullable.text(partner))
                .then());
    }

    /** Within a transaction, where there is one. */
    Mono<Reference> find(TokenHash token) {
        return database.guard(bind(database.sql(FIND_ALL), List.of(token))
                .map(ReferenceRows::read)
                .one());
    }

    Mono<Map<TokenHash, Reference>> findAll(Collection<TokenHash> tokens) {
        return lookups.guard(bind(lookups.sql(FIND_ALL), tokens)
                .map(row -> Map.entry(TokenHash.of(new Columns(row).bytes("hash")), read(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, Collection<TokenHash> tokens) {
        // As text: the driver's own arrays of bytes arrive as other bytes.
        return statement.bind("hashes", tokens.stream().map(TokenHash::hex).toArray(String[]::new));
    }

    private static Reference read(Readable row) {
        return new Reference(SessionStateRows.read(row), new Columns(row).findText("partner_id"));
    }
}
