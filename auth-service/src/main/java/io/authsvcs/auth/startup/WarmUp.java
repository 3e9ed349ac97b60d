package io.authsvcs.auth.startup;

import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.Login;
import io.authsvcs.auth.flow.ValidateToken;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.Caller;
import io.authsvcs.auth.session.OpenedSession;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.auth.token.AccessTokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Walks the paths that callers will walk, as nobody, so that the first of them doesn't pay for loading classes, connecting
 * and compiling.
 */
@Component
class WarmUp {
    private static final int ROUNDS = 20;
    // Reserved by RFC 2606: nobody's.
    private static final String NOBODY = "nobody@example.invalid";
    private static final Caller NOWHERE = new Caller(Optional.empty(), Optional.empty());

    private final Login login;
    private final ValidateToken validateToken;
    private final AccessTokens accessTokens;

    WarmUp(Login login, ValidateToken validateToken, AccessTokens accessTokens) {
        this.login = login;
        this.validateToken = validateToken;
        this.accessTokens = accessTokens;
    }

    Mono<Void> run() {
        return Mono.defer(() -> login.attempt(strangersAttempt()))
                .then(Flux.range(0, ROUNDS)
                        .concatMap(round -> validateNobodysToken())
                        .then());
    }

    /** A good signature for a session that doesn't exist. */
    private Mono<ValidateToken.Verdict> validateNobodysToken() {
        return accessTokens
                .issue(nobody(), new OpenedSession(SessionId.next(), Optional.empty()))
                .flatMap(token -> validateToken.check(token.text()));
    }

    private static Login.Attempt strangersAttempt() {
        Optional<Identifier> nobody = Identifier.Email.parse(NOBODY).map(Identifier.class::cast);
        SessionRequest session = new SessionRequest(Optional.empty(), false, NOWHERE);
        return new Login.Attempt(nobody, new Password(NOBODY), session);
    }

    private static Identity nobody() {
        Identity.Names none = new Identity.Names(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Identity(Subject.next(), none, List.of(), IdentityStatus.DISABLED, 0, Instant.EPOCH);
    }
}
