package io.authsvcs.auth.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.persistence.Nullable;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code audit_events}. */
@Component
class AuditRows {
    private final Database database;

    AuditRows(Database database) {
        this.database = database;
    }

    Mono<Void> insert(AuditEvent event) {
        return database.guard(database.sql("""
                        INSERT INTO audit_events
                            (id, action, actor, subject, target, refusal, client, address, request_id)
                        VALUES (:id, :action, :actor, :subject, :target, :refusal, :client, :address, :requestId)
                        """)
                .bind("id", UuidCreator.getTimeOrderedEpoch())
                .bind("action", event.action().label())
                .bind("actor", Nullable.text(event.actor().map(Actor::name)))
                .bind("subject", Nullable.uuid(event.subject().map(Subject::id)))
                .bind("target", Nullable.text(event.target()))
                .bind("refusal", Nullable.text(event.refusal()))
                .bind("client", Nullable.text(event.caller().client()))
                .bind("address", Nullable.text(event.caller().address()))
                .bind("requestId", event.caller().requestId())
                .then());
    }

    /** An event for each subject. */
    Mono<Void> insertAll(AuditEvent event, Collection<Subject> subjects) {
        return database.guard(database.sql("""
                        INSERT INTO audit_events (id, action, actor, subject, client, address, request_id)
                        SELECT id, :action, :actor, subject, :client, :address, :requestId
                        FROM unnest(:ids, :subjects) AS events (id, subject)
                        """)
                .bind(
                        "ids",
                        Stream.generate(UuidCreator::getTimeOrderedEpoch)
                                .limit(subjects.size())
                                .toArray(UUID[]::new))
                .bind("subjects", subjects.stream().map(Subject::id).toArray(UUID[]::new))
                .bind("action", event.action().label())
                .bind("actor", Nullable.text(event.actor().map(Actor::name)))
                .bind("client", Nullable.text(event.caller().client()))
                .bind("address", Nullable.text(event.caller().address()))
                .bind("requestId", event.caller().requestId())
                .then());
    }

    /** In small helpings, so that nobody waits for it; how many rows were deleted. Those of the last day stay. */
    Mono<Long> deleteOlderThan(Duration age, int most) {
        return database.guard(database.sql("SELECT forget_audit_events(:seconds, :most) AS forgotten")
                .bind("seconds", (double) age.toSeconds())
                .bind("most", most)
                .map(row -> new Columns(row).longNumber("forgotten"))
                .one());
    }
}
