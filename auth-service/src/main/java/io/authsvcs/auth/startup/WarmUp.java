package io.authsvcs.auth.startup;

import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.flow.ValidateToken;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.Methods;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionTurn;
import io.authsvcs.auth.token.AccessTokens;
import java.time.Instant;
import java.time.InstantSource;
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

    private final Credentials credentials;
    private final Passwords passwords;
    private final ValidateToken validateToken;
    private final AccessTokens accessTokens;
    private final InstantSource clock;

    WarmUp(
            Credentials credentials,
            Passwords passwords,
            ValidateToken validateToken,
            AccessTokens accessTokens,
            InstantSource clock) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.clock = clock;
        this.validateToken = validateToken;
        this.accessTokens = accessTokens;
    }

    Mono<Void> run() {
        return Mono.justOrEmpty(Identifier.Email.parse(NOBODY))
                .flatMap(credentials::find)
                .then(Mono.defer(passwords::spend))
                .then(Flux.range(0, ROUNDS)
                        .concatMap(round -> validateNobodysToken())
                        .then());
    }

    /** A good signature for a session that doesn't exist. */
    private Mono<ValidateToken.Verdict> validateNobodysToken() {
        return accessTokens
                .issue(
                        nobody(),
                        new SessionTurn(
                                SessionId.next(), 0, clock.instant(), Optional.empty(), false, Methods.PASSWORD))
                .flatMap(token -> validateToken.check(token.text()));
    }

    private static Identity nobody() {
        Identity.Names none = new Identity.Names(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Identity(
                Subject.next(), none, List.of(), IdentityStatus.DISABLED, false, 0, Instant.EPOCH, Instant.EPOCH);
    }
}
