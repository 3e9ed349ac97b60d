package io.authsvcs.auth.flow;

import io.authsvcs.auth.action.Actions;
import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.throttle.Throttle;
import io.authsvcs.auth.token.ActionTokens.Purpose;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody types an address and asks for a message to it. Whoever's it is, if it is anybody's: a stranger must not learn
 * which, so that the answer is the same, and so are the statements behind it and the number of rows that they write.
 */
@Component
class AskForToken {
    private final Actions actions;
    private final SendToken sendToken;
    private final Effects effects;
    private final Audit audit;
    private final Throttle throttle;
    private final Database database;

    AskForToken(
            Actions actions, SendToken sendToken, Effects effects, Audit audit, Throttle throttle, Database database) {
        this.throttle = throttle;
        this.actions = actions;
        this.sendToken = sendToken;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /** @param action as which it is remembered */
    record Ask(Action action, Purpose purpose, Email email, Optional<IdempotencyKey> key, Caller caller) {}

    /** When this completes, the message is safe, if there is one. */
    Mono<Void> apply(Ask ask) {
        return throttle.count(ask.caller())
                .then(database.inTransaction(actions.awaitTurn(ask.email())
                        .then(actions.findAddressee(ask.email()))
                        .flatMap(addressee -> sendOnce(addressee, ask))))
                .then(Mono.fromRunnable(sendToken::hurry));
    }

    private Mono<Boolean> sendOnce(Optional<Subject> addressee, Ask ask) {
        // Nobody gets a subject as well, of which the statements to come find nothing.
        Subject subject = addressee.orElseGet(Subject::next);
        return effects.claim(ask.key(), Effect.of(subject))
                .filter(first -> first)
                .flatMap(first -> sendToken.to(subject, ask.purpose()))
                .flatMap(sent -> audit.record(event(addressee, sent, ask)).thenReturn(sent));
    }

    /** Without the address: what was typed may have been anything. */
    private static AuditEvent event(Optional<Subject> addressee, boolean sent, Ask ask) {
        AuditEvent asked = AuditEvent.anonymous(ask.action(), ask.caller());
        return addressee
                .map(asked::about)
                .map(event -> sent ? event : event.refusedFor("Not eligible, or too many messages"))
                .orElseGet(() -> asked.refusedFor("Unknown address"));
    }
}
