package io.authsvcs.auth.throttle;

import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.persistence.Violation;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code throttles}, by the database's clock alone. Keys go as text: the driver's arrays of bytes don't work. */
@Component
class ThrottleRows {
    private static final long NONE = -1;

    // In the order of keys, so that no two statements wait for each other. A row that has changed since it was read
    // is seen as it is now, and one that has no room fails the whole statement.
    private static final String SHIFT = """
            WITH wanted AS (
                SELECT decode(w.digits, 'hex') AS key,
                    now() + make_interval(secs => w.shift / 1000.0) AS drained_at,
                    now() + make_interval(secs => w.most / 1000.0) AS latest,
                    CASE WHEN w.promise >= 0 THEN now() + make_interval(secs => w.promise / 1000.0) END AS promised_at
                FROM unnest(:keys, :shifts, :most, :promises) AS w (digits, shift, most, promise))
            INSERT INTO throttles AS t (key, drained_at, promised_at)
                SELECT key, drained_at, promised_at FROM wanted ORDER BY key
            ON CONFLICT (key) DO UPDATE SET
                promised_at = excluded.promised_at,
                drained_at = CASE
                    WHEN greatest(t.drained_at, now()) + (excluded.drained_at - now())
                        <= (SELECT w.latest FROM wanted w WHERE w.key = excluded.key)
                    THEN greatest(t.drained_at, now()) + (excluded.drained_at - now())
                    ELSE 'infinity' END
            """;

    private final Database database;

    ThrottleRows(Database database) {
        this.database = database;
    }

    /** By their keys; those that aren't there are empty. Nothing is locked. */
    Mono<Map<String, Level>> find(List<Bucket> buckets) {
        return database.guard(database.sql("""
                        SELECT encode(key, 'hex') AS digits,
                            CAST(extract(epoch FROM drained_at - now()) AS double precision) AS backlog,
                            CAST(extract(epoch FROM promised_at - now()) AS double precision) AS promised
                        FROM throttles
                        WHERE key = ANY (ARRAY (SELECT decode(digits, 'hex') FROM unnest(:keys) AS digits))
                        """)
                .bind("keys", buckets.stream().map(Bucket::key).toArray(String[]::new))
                .map(row -> Map.entry(new Columns(row).text("digits"), level(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All of it or nothing, where others were quicker; whether it was done. */
    Mono<Boolean> shift(List<Shift> shifts) {
        return database.guard(database.sql(SHIFT)
                        .bind("keys", shifts.stream().map(Shift::key).toArray(String[]::new))
                        .bind("shifts", millis(shifts, Shift::by))
                        .bind("most", millis(shifts, Shift::most))
                        .bind(
                                "promises",
                                shifts.stream()
                                        .map(shift -> shift.promise()
                                                .map(Duration::toMillis)
                                                .orElse(NONE))
                                        .toArray(Long[]::new))
                        .then())
                .thenReturn(true)
                .onErrorResume(ThrottleRows::isForWantOfRoom, full -> Mono.just(false));
    }

    /** Those that hold nothing any more, in small helpings; how many rows were deleted. */
    Mono<Long> deleteDrained(Duration kept, int most) {
        return database.guard(database.sql("""
                        DELETE FROM throttles WHERE key IN (
                            SELECT key FROM throttles WHERE drained_at < now()
                                AND (promised_at IS NULL OR promised_at < now() - make_interval(secs => :seconds))
                            LIMIT :most FOR UPDATE SKIP LOCKED)
                        """)
                .bind("seconds", (double) kept.toSeconds())
                .bind("most", most)
                .fetch()
                .rowsUpdated());
    }

    private static boolean isForWantOfRoom(Throwable failure) {
        return Violation.constraint(failure).filter("throttles_room"::equals).isPresent();
    }

    private static Long[] millis(List<Shift> shifts, Function<Shift, Duration> of) {
        return shifts.stream().map(of).map(Duration::toMillis).toArray(Long[]::new);
    }

    private static Level level(Readable row) {
        Columns columns = new Columns(row);
        Duration backlog = length(columns.fraction("backlog"));
        return new Level(
                backlog.isNegative() ? Duration.ZERO : backlog,
                columns.findFraction("promised").map(ThrottleRows::length));
    }

    private static Duration length(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
