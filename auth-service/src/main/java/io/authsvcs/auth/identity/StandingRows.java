package io.authsvcs.auth.identity;

import io.authsvcs.auth.persistence.Database;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of status and roles in {@code identities}. */
@Component
class StandingRows {
    private final Database database;

    StandingRows(Database database) {
        this.database = database;
    }

    /** In one order for all, so that no two wait for each other; logins don't wait for any of them. */
    Mono<List<Identity>> lockWithAdministrators(Subject subject) {
        return database.guard(database.sql("SELECT " + IdentityRows.COLUMNS + """
                         FROM identities
                        WHERE id = :id OR (status = 'active' AND 'admin' = ANY (roles))
                        ORDER BY id FOR NO KEY UPDATE
                        """)
                .bind("id", subject.id())
                .map(IdentityRows::read)
                .all()
                .collectList());
    }

    Mono<Identity> updateStatus(Subject subject, IdentityStatus status) {
        return database.guard(database.sql("""
                        UPDATE identities SET
                            status_before_deletion = CASE WHEN :status = 'deleted' THEN status END,
                            status = :status,
                            session_generation = session_generation + CASE WHEN :status = 'active' THEN 0 ELSE 1 END,
                            updated_at = now()
                        WHERE id = :id RETURNING\s""" + IdentityRows.COLUMNS)
                .bind("id", subject.id())
                .bind("status", status.stored())
                .map(IdentityRows::read)
                .one());
    }

    Mono<Identity> restore(Subject subject) {
        return database.guard(database.sql("""
                        UPDATE identities SET
                            status = coalesce(status_before_deletion, 'active'),
                            status_before_deletion = NULL,
                            updated_at = now()
                        WHERE id = :id RETURNING\s""" + IdentityRows.COLUMNS)
                .bind("id", subject.id())
                .map(IdentityRows::read)
                .one());
    }

    Mono<Identity> updateRoles(Subject subject, List<String> roles) {
        return database.guard(
                database.sql("UPDATE identities SET roles = :roles, updated_at = now() WHERE id = :id RETURNING "
                                + IdentityRows.COLUMNS)
                        .bind("id", subject.id())
                        .bind("roles", roles.toArray(String[]::new))
                        .map(IdentityRows::read)
                        .one());
    }
}
