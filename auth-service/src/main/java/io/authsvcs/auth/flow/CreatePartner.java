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
import io.authsvcs.auth.partner.PartnerName;
import io.authsvcs.auth.partner.PartnerToken;
import io.authsvcs.auth.partner.PartnerTokens;
import io.authsvcs.auth.partner.Partners;
import io.authsvcs.auth.persistence.Database;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An administrator lets a machine client in. Its token is told here and never again, but to a repetition of the request. */
@Component
public class CreatePartner {
    private final Partners partners;
    private final PartnerTokens tokens;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    CreatePartner(Partners partners, PartnerTokens tokens, Effects effects, Audit audit, Database database) {
        this.partners = partners;
        this.tokens = tokens;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    public record Application(PartnerName name, Subject administrator, Caller caller, Optional<IdempotencyKey> key) {}

    /** How it ends. */
    public sealed interface Result {
        record Created(Partner partner, PartnerToken token) implements Result {}

        record NameTaken() implements Result {}
    }

    public Mono<Result> create(Application application) {
        PartnerToken token = tokens.first(application.key());
        return database.inTransaction(add(application, token))
                .switchIfEmpty(Mono.defer(() -> partners.find(token.partner())))
                .<Result>map(partner -> new Result.Created(partner, token))
                .onErrorResume(Partners::isNameTaken, taken -> Mono.just(new Result.NameTaken()));
    }

    /** The key first: its repetition must not find that its own name is taken. */
    private Mono<Partner> add(Application application, PartnerToken token) {
        AuditEvent event = AuditEvent.by(
                        Actor.user(application.administrator()), Action.CREATE_PARTNER, application.caller())
                .at(token.partner().id());
        return effects.claim(application.key(), Effect.of(application.administrator()))
                .filter(first -> first)
                .flatMap(first -> partners.add(application.name(), token))
                .flatMap(partner -> audit.record(event).thenReturn(partner));
    }
}
