package io.authsvcs.auth.audit;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The record of what happened. */
@Component
public class Audit {
    private final AuditRows rows;

    Audit(AuditRows rows) {
        this.rows = rows;
    }

    /** Writes an event; part of the caller's transaction where there is one. */
    public Mono<Void> record(AuditEvent event) {
        return rows.insert(event);
    }
}
