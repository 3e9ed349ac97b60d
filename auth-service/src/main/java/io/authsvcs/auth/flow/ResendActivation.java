package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.token.ActionTokens.Purpose;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody who has registered asks for another message by which to activate themselves. */
@Component
public class ResendActivation {
    private final AskForToken askForToken;

    ResendActivation(AskForToken askForToken) {
        this.askForToken = askForToken;
    }

    /** Tells nobody whether there was anything to send. */
    public Mono<Void> to(Email email, Optional<IdempotencyKey> key, Caller caller) {
        return askForToken.apply(new AskForToken.Ask(Action.RESEND_ACTIVATION, Purpose.ACTIVATE, email, key, caller));
    }
}
