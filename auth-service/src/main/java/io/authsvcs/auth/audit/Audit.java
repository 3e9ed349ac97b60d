package io.authsvcs.auth.audit;

import io.authsvcs.auth.identity.Subject;
import java.util.Collection;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The record of what happened. */
@Component
@EnableConfigurationProperties(AuditSettings.class)
public class Audit {
    private final AuditRows rows;
    private final AuditPageRows pages;
    private final AuditSettings settings;

    Audit(AuditRows rows, AuditPageRows pages, AuditSettings settings) {
        this.rows = rows;
        this.pages = pages;
        this.settings = settings;
    }

    /** Writes an event; part of the caller's transaction where there is one. */
    public Mono<Void> record(AuditEvent event) {
        return rows.insert(event);
    }

    /** The same for many who were treated alike. */
    public Mono<Void> record(AuditEvent event, Collection<Subject> subjects) {
        return rows.insertAll(event, subjects);
    }

    /** Deletes at most so many events that are older than they are to be kept; how many there were. */
    public Mono<Long> forget(int most) {
        return settings.retention().isZero() ? Mono.just(0L) : rows.deleteOlderThan(settings.retention(), most);
    }

    public Mono<AuditPage> find(AuditQuery query) {
        return pages.find(query, query.limit() + 1).map(found -> AuditPage.of(found, query));
    }
}
