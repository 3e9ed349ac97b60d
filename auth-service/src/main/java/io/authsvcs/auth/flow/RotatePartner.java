package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Actor;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.partner.Partner;
import io.authsvcs.auth.partner.PartnerId;
import io.authsvcs.auth.partner.PartnerToken;
import io.authsvcs.auth.partner.PartnerTokens;
import io.authsvcs.auth.partner.Partners;
import io.authsvcs.auth.persistence.Database;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A partner gets another token; the old one dies before the answer, or when the overlap is over. */
@Component
public class RotatePartner {
    private final Partners partners;
    private final PartnerTokens tokens;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    RotatePartner(Partners partners, PartnerTokens tokens, Effects effects, Audit audit, Database database) {
        this.partners = partners;
        this.tokens = tokens;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    public record Order(
            PartnerId partner, Duration overlap, Subject administrator, Caller caller, Optional<IdempotencyKey> key) {}

    /** How it ends. */
    public sealed interface Result {
        record Rotated(Partner partner, PartnerToken token) implements Result {}

        record NoSuchPartner() implements Result {}
    }

    public Mono<Result> rotate(Order order) {
        PartnerToken token = tokens.next(order.partner(), order.key());
        return database.inTransaction(replace(order, token))
                .switchIfEmpty(Mono.defer(() -> partners.find(order.partner())))
                .<Result>map(partner -> new Result.Rotated(partner, token))
                .defaultIfEmpty(new Result.NoSuchPartner());
    }

    private Mono<Partner> replace(Order order, PartnerToken token) {
        AuditEvent event = AuditEvent.by(Actor.user(order.administrator()), Action.ROTATE_PARTNER, order.caller())
                .at(order.partner().id());
        return effects.claim(order.key(), Effect.of(order.administrator()))
                .filter(first -> first)
                .flatMap(first -> partners.rotate(token, order.overlap()))
                .flatMap(partner -> audit.record(event).thenReturn(partner));
    }
}
