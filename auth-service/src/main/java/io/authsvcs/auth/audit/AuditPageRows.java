package io.authsvcs.auth.audit;

import io.authsvcs.auth.audit.AuditQuery.Position;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL that reads {@code audit_events}. */
@Component
class AuditPageRows {
    // An event that isn't there any more still tells its time by its id.
    private static final String CURSOR =
            "(coalesce((SELECT c.at FROM audit_events c WHERE c.id = :cursor), :cursorTime), :cursor)";

    private final Database database;

    AuditPageRows(Database database) {
        this.database = database;
    }

    Mono<List<RecordedEvent>> find(AuditQuery query, int most) {
        return database.guard(database.sql("SELECT * FROM audit_events WHERE "
                        + query.subject()
                                .map(subject -> "subject = :subject AND ")
                                .orElse("")
                        + query.action().map(action -> "action = :action AND ").orElse("")
                        + position(query.position()) + " LIMIT " + most)
                .bindValues(values(query))
                .map(AuditPageRows::read)
                .all()
                .collectList());
    }

    private static String position(Position position) {
        return switch (position) {
            case Position.Newest newest -> "true ORDER BY at DESC, id DESC";
            case Position.Before before -> "(at, id) < " + CURSOR + " ORDER BY at DESC, id DESC";
            // No transaction lasts longer than that: nothing turns up later among what is older.
            case Position.After after ->
                "(at, id) > " + CURSOR + " AND at < now() - interval '3 seconds' ORDER BY at, id";
        };
    }

    private static Map<String, Object> values(AuditQuery query) {
        Map<String, Object> values = new HashMap<>();
        query.subject().ifPresent(subject -> values.put("subject", subject.id()));
        query.action().ifPresent(action -> values.put("action", action.label()));
        switch (query.position()) {
            case Position.Newest newest -> {}
            case Position.Before(UUID event) -> values.putAll(cursor(event));
            case Position.After(UUID event) -> values.putAll(cursor(event));
        }
        return values;
    }

    private static Map<String, Object> cursor(UUID event) {
        // A UUIDv7 begins with its milliseconds (RFC 9562 §5.7).
        return Map.of("cursor", event, "cursorTime", Instant.ofEpochMilli(event.getMostSignificantBits() >>> 16));
    }

    private static RecordedEvent read(Readable row) {
        Columns columns = new Columns(row);
        return new RecordedEvent(
                columns.uuid("id"),
                columns.instant("at"),
                columns.text("action"),
                columns.findText("actor"),
                columns.findUuid("subject").map(Subject::new),
                columns.findText("target"),
                columns.findText("refusal"),
                columns.findText("client"),
                columns.findText("address"),
                columns.text("request_id"));
    }
}
