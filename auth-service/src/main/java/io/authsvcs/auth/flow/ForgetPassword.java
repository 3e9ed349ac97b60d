package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.token.ActionTokens.Purpose;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody has forgotten their password and asks for a message by which to set another: {@link ResetPassword}. */
@Component
public class ForgetPassword {
    private final AskForToken askForToken;

    ForgetPassword(AskForToken askForToken) {
        this.askForToken = askForToken;
    }

    /** Tells nobody whether there was anything to send. */
    public Mono<Void> at(Email email, Optional<IdempotencyKey> key, Caller caller) {
        return askForToken.apply(
                new AskForToken.Ask(Action.FORGET_PASSWORD, Purpose.RESET_PASSWORD, email, key, caller));
    }
}
