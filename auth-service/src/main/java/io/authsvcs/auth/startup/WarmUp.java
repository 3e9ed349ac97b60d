package io.authsvcs.auth.startup;

import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.Login;
import io.authsvcs.auth.flow.ValidateToken;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.session.Caller;
import io.authsvcs.auth.session.SessionRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Walks the paths that callers will walk, so that the first of them doesn't pay for loading classes and connecting. */
@Component
class WarmUp {
    // Reserved by RFC 2606: nobody's.
    private static final String NOBODY = "nobody@example.invalid";

    private final Login login;
    private final ValidateToken validateToken;

    WarmUp(Login login, ValidateToken validateToken) {
        this.login = login;
        this.validateToken = validateToken;
    }

    Mono<Void> run() {
        return Mono.defer(() -> login.attempt(stranger()))
                .then(Mono.defer(() -> validateToken.check("not.a.token")))
                .then();
    }

    private static Login.Attempt stranger() {
        Optional<Identifier> nobody = Identifier.Email.parse(NOBODY).map(Identifier.class::cast);
        SessionRequest session =
                new SessionRequest(Optional.empty(), false, new Caller(Optional.empty(), Optional.empty()));
        return new Login.Attempt(nobody, new Password(""), session);
    }
}
