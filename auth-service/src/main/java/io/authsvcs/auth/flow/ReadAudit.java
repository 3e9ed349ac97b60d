package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditPage;
import io.authsvcs.auth.audit.AuditQuery;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An administrator reads what happened. */
@Component
public class ReadAudit {
    private final Audit audit;

    ReadAudit(Audit audit) {
        this.audit = audit;
    }

    public Mono<AuditPage> page(AuditQuery query) {
        return audit.find(query);
    }
}
