package io.authsvcs.auth.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.authsvcs.auth.action.ActionId;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.token.ActionTokens.Purpose;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code outbox}. */
@Component
class OutboxRows {
    private final Database database;

    OutboxRows(Database database) {
        this.database = database;
    }

    /** To the address of whom the permission was given to; to nobody where it was given to nobody. */
    Mono<Void> insert(ActionId action) {
        return run(
                database.sql("""
                        INSERT INTO outbox (id, kind, recipient, action_id)
                        SELECT :id, t.purpose, i.email, t.id
                        FROM action_tokens t LEFT JOIN identities i ON i.id = t.identity_id WHERE t.id = :action
                        """).bind("id", UuidCreator.getTimeOrderedEpoch()).bind("action", action.id()));
    }

    /**
     * Takes the one that has been due for longest, which nobody else is offered for so long; empty where none is due.
     * Instances that take at the same time pass each other by. What is nobody's is left for {@link #deleteOld}: strangers
     * make as much of it as they like.
     */
    Mono<Message> take(Duration lease) {
        return database.guard(database.sql("""
                        WITH next AS MATERIALIZED (
                            SELECT id FROM outbox WHERE failed_at IS NULL AND due_at <= now() AND recipient IS NOT NULL
                            ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        UPDATE outbox o SET tries = o.tries + 1, due_at = now() + make_interval(secs => :seconds)
                        FROM next WHERE o.id = next.id
                        RETURNING o.id, o.kind, o.recipient, o.action_id, o.tries
                        """)
                .bind("seconds", (double) lease.toSeconds())
                .map(OutboxRows::read)
                .one());
    }

    Mono<Void> delete(Message message) {
        return run(taken("DELETE FROM outbox WHERE id = :id AND tries = :tries", message));
    }

    Mono<Void> putOff(Message message, Duration pause) {
        return run(taken(
                        "UPDATE outbox SET due_at = now() + make_interval(secs => :seconds)"
                                + " WHERE id = :id AND tries = :tries",
                        message)
                .bind("seconds", (double) pause.toSeconds()));
    }

    Mono<Void> fail(Message message) {
        return run(taken("UPDATE outbox SET failed_at = now() WHERE id = :id AND tries = :tries", message));
    }

    Mono<OutboxCount> count() {
        return database.guard(database.sql("""
                        SELECT count(*) FILTER (WHERE failed_at IS NULL) AS waiting, count(failed_at) AS failed
                        FROM outbox WHERE recipient IS NOT NULL
                        """).map(OutboxRows::readCount).one());
    }

    /** Whatever is a week old, as no token lives that long; and what is nobody's, which may come in floods. */
    Mono<Long> deleteOld(int most) {
        return database.guard(database.sql("""
                        DELETE FROM outbox WHERE id IN (
                            SELECT id FROM outbox WHERE created_at < now() - interval '7 days'
                                OR (recipient IS NULL AND created_at < now() - interval '5 minutes')
                            LIMIT :most FOR UPDATE SKIP LOCKED)
                        """).bind("most", most).fetch().rowsUpdated());
    }

    private GenericExecuteSpec taken(String statement, Message message) {
        return database.sql(statement).bind("id", message.id()).bind("tries", message.tries());
    }

    private Mono<Void> run(GenericExecuteSpec statement) {
        return database.guard(statement.then());
    }

    private static Message read(Readable row) {
        Columns columns = new Columns(row);
        ActionId action = new ActionId(Purpose.of(columns.text("kind")), columns.uuid("action_id"));
        return new Message(columns.uuid("id"), columns.text("recipient"), action, columns.number("tries"));
    }

    private static OutboxCount readCount(Readable row) {
        Columns columns = new Columns(row);
        return new OutboxCount(columns.longNumber("waiting"), columns.longNumber("failed"));
    }
}
