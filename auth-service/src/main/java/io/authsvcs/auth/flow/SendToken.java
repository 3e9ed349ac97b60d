package io.authsvcs.auth.flow;

import io.authsvcs.auth.action.ActionId;
import io.authsvcs.auth.action.Actions;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.outbox.Outbox;
import io.authsvcs.auth.token.ActionTokens.Purpose;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets somebody do something once, and has the token sent to their address. */
@Component
class SendToken {
    private final Actions actions;
    private final Outbox outbox;

    SendToken(Actions actions, Outbox outbox) {
        this.actions = actions;
        this.outbox = outbox;
    }

    /**
     * Part of the caller's transaction. The statements are the same whether or not there is anybody to send it to.
     *
     * @return whether it is on its way
     */
    Mono<Boolean> to(Subject subject, Purpose purpose) {
        ActionId action = ActionId.next(purpose);
        return actions.issue(action, subject)
                .flatMap(issued -> outbox.add(action).thenReturn(issued));
    }

    /** To be called when the transaction is done. */
    void hurry() {
        outbox.hurry();
    }
}
