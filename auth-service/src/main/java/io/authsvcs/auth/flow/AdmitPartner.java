package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Actor;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.partner.Partner;
import io.authsvcs.auth.partner.PartnerId;
import io.authsvcs.auth.partner.PartnerStatus;
import io.authsvcs.auth.partner.Partners;
import io.authsvcs.auth.persistence.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A partner may call, or may not any more: once this has answered, every instance knows. */
@Component
public class AdmitPartner {
    private final Partners partners;
    private final Audit audit;
    private final Database database;

    AdmitPartner(Partners partners, Audit audit, Database database) {
        this.partners = partners;
        this.audit = audit;
        this.database = database;
    }

    /** @param status which the partner is to have, and may have already */
    public record Order(PartnerId partner, PartnerStatus status, Subject administrator, Caller caller) {}

    /** The partner as it is now; empty where there is none. */
    public Mono<Partner> change(Order order) {
        return database.inTransaction(partners.change(order.partner(), order.status())
                        .flatMap(partner -> audit.record(event(order)).thenReturn(partner)))
                .switchIfEmpty(Mono.defer(() -> partners.find(order.partner())));
    }

    private static AuditEvent event(Order order) {
        Action action = switch (order.status()) {
            case ACTIVE -> Action.ENABLE_PARTNER;
            case DISABLED -> Action.DISABLE_PARTNER;
        };
        return AuditEvent.by(Actor.user(order.administrator()), action, order.caller())
                .at(order.partner().id());
    }
}
