package io.authsvcs.auth.factor;

import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code recovery_codes}. Hashes go as text: the driver's arrays of bytes don't work. */
@Component
class RecoveryCodeRows {
    private final Database database;

    RecoveryCodeRows(Database database) {
        this.database = database;
    }

    /** In place of all that there were. */
    Mono<Void> replace(UUID factor, List<RecoveryCode> codes) {
        return database.guard(database.sql("DELETE FROM recovery_codes WHERE factor_id = :factor")
                        .bind("factor", factor)
                        .then())
                .then(database.guard(about("""
                                INSERT INTO recovery_codes (factor_id, hash)
                                SELECT :factor, decode(digits, 'hex') FROM unnest(:hashes) AS digits
                                """, factor, codes).then()));
    }

    /** Whether it was good until now. */
    Mono<Boolean> spend(UUID factor, RecoveryCode code) {
        return database.guard(database.sql("DELETE FROM recovery_codes WHERE factor_id = :factor AND hash = :hash")
                .bind("factor", factor)
                .bind("hash", code.hash())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0));
    }

    Mono<Boolean> haveAny(UUID factor, List<RecoveryCode> codes) {
        return database.guard(about("""
                        SELECT EXISTS (SELECT 1 FROM recovery_codes WHERE factor_id = :factor
                            AND hash = ANY (ARRAY (SELECT decode(digits, 'hex') FROM unnest(:hashes) AS digits))) AS found
                        """, factor, codes)
                .map(row -> new Columns(row).flag("found"))
                .one());
    }

    private GenericExecuteSpec about(String statement, UUID factor, List<RecoveryCode> codes) {
        return database.sql(statement)
                .bind("factor", factor)
                .bind(
                        "hashes",
                        codes.stream()
                                .map(code -> HexFormat.of().formatHex(code.hash()))
                                .toArray(String[]::new));
    }
}
