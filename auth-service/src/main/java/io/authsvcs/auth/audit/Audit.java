package io.authsvcs.auth.audit;

import io.authsvcs.auth.identity.Subject;
import java.util.Collection;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The record of what happened. */
@Component
public class Audit {
    private final AuditRows rows;
    private final AuditPageRows pages;

    Audit(AuditRows rows, AuditPageRows pages) {
        this.rows = rows;
        this.pages = pages;
    }

    /** Writes an event; part of the caller's transaction where there is one. */
    public Mono<Void> record(AuditEvent event) {
        return rows.insert(event);
    }

    /** The same for many who were treated alike. */
    public Mono<Void> record(AuditEvent event, Collection<Subject> subjects) {
        return rows.insertAll(event, subjects);
    }

    public Mono<AuditPage> find(AuditQuery query) {
        return pages.find(query, query.limit() + 1).map(found -> AuditPage.of(found, query));
    }
}
