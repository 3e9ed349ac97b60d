package io.authsvcs.auth.session;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Lookups;
import io.authsvcs.auth.session.SessionState.Life;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL that says whether sessions live: the hottest of all. */
@Component
class SessionStateRows {
    /** What the others are about. */
    static final String FROM = " FROM sessions s JOIN identities i ON i.id = s.identity_id"
            + " LEFT JOIN partners p ON p.id = s.partner_id ";

    /**
     * As {@link Life} has it. The second factor is looked at as well, though sessions end that were opened without it: an
     * instance of an older release, which knows none of it, may open one.
     */
    static final String LIFE = """
            CASE
                WHEN i.status <> 'active' THEN 'OWNER_INACTIVE'
                WHEN s.ended_at IS NOT NULL OR s.generation <> i.session_generation OR p.status <> 'active'
                    OR (i.second_factor_id IS NOT NULL AND s.methods = 'pwd') THEN 'ENDED'
                WHEN s.expires_at <= now() THEN 'EXPIRED'
                WHEN""" + SessionRows.ABANDONED + """
                THEN 'ENDED'
                ELSE 'ALIVE' END
            """;

    /** What else a {@link SessionState} says. */
    static final String COLUMNS = "s.id, s.identity_id, s.partner_id, s.created_at, s.expires_at, i.user_name, i.roles,"
            + " s.methods, s.last_seen_at < now() - interval '" + LastSeen.STEP.toSeconds() + " seconds' AS unseen";

    private static final String FIND_ALL =
            "SELECT " + COLUMNS + ", " + LIFE + " AS life" + FROM + "WHERE s.id = ANY (:ids)";

    private final Lookups lookups;

    SessionStateRows(Lookups lookups) {
        this.lookups = lookups;
    }

    Mono<Map<SessionId, SessionState>> findAll(Collection<SessionId> ids) {
        return lookups.guard(lookups.sql(FIND_ALL)
                .bind("ids", ids.stream().map(SessionId::id).toArray(UUID[]::new))
                .map(SessionStateRows::read)
                .all()
                .collectMap(SessionState::id));
    }

    static SessionState read(Readable row) {
        Columns columns = new Columns(row);
        return new SessionState(
                new SessionId(columns.uuid("id")),
                new Subject(columns.uuid("identity_id")),
                columns.findText("partner_id"),
                columns.instant("created_at"),
                columns.findInstant("expires_at"),
                Life.valueOf(columns.text("life")),
                columns.findText("user_name"),
                columns.texts("roles"),
                Methods.of(columns.text("methods")),
                columns.flag("unseen"));
    }
}
