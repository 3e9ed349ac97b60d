package io.authsvcs.auth.flow;

import io.authsvcs.auth.action.ActionId;
import io.authsvcs.auth.action.Actions;
import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.token.ActionTokens;
import io.authsvcs.auth.token.ActionTokens.Purpose;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody who has registered proves their address by the token that was sent to it, and may log in from now on. */
@Component
public class Activate {
    private static final String INVALID = "Invalid or expired token";

    private final ActionTokens tokens;
    private final Actions actions;
    private final Identities identities;
    private final Audit audit;
    private final Database database;

    Activate(ActionTokens tokens, Actions actions, Identities identities, Audit audit, Database database) {
        this.tokens = tokens;
        this.actions = actions;
        this.identities = identities;
        this.audit = audit;
        this.database = database;
    }

    /** How an activation ends. */
    public sealed interface Result {
        /** Also where they were active already: mail programs and impatient people open a link twice. */
        record Activated() implements Result {}

        record Refused() implements Result {}
    }

    public Mono<Result> apply(String token, Caller caller) {
        return Mono.justOrEmpty(tokens.read(Purpose.ACTIVATE, token))
                .map(id -> new ActionId(Purpose.ACTIVATE, id))
                .flatMap(action -> database.inTransaction(
                        actions.lockOwner(action).flatMap(owner -> activate(action, owner, caller))))
                .defaultIfEmpty(new Result.Refused());
    }

    private Mono<Result> activate(ActionId action, Identity owner, Caller caller) {
        return switch (owner.status()) {
            case ACTIVE -> Mono.just(new Result.Activated());
            case PENDING -> actions.use(action).flatMap(used -> used ? activate(owner, caller) : refuse(owner, caller));
            case DISABLED, DELETED -> refuse(owner, caller);
        };
    }

    private Mono<Result> activate(Identity owner, Caller caller) {
        return identities
                .activate(owner.subject())
                .then(audit.record(AuditEvent.own(Action.ACTIVATE, owner.subject(), caller)))
                .thenReturn(new Result.Activated());
    }

    private Mono<Result> refuse(Identity owner, Caller caller) {
        return audit.record(AuditEvent.refused(Action.ACTIVATE, INVALID, caller).about(owner.subject()))
                .thenReturn(new Result.Refused());
    }
}
