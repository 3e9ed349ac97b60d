package io.authsvcs.auth.startup;

import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.Methods;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionTurn;
import io.authsvcs.auth.token.AccessTokens;
import io.authsvcs.auth.token.IssuedToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Walks the paths that callers will walk, as nobody, so that the first of them doesn't pay for loading classes, connecting
 * and compiling. Where nobody else serves meanwhile it goes no further than connecting: slow is better than not at all.
 */
@Component
class WarmUp {
    private static final int TOKENS = 20;
    private static final int REQUESTS = 1_500;
    private static final int AT_ONCE = 4;
    // Reserved by RFC 2606: nobody's.
    private static final String NOBODY = "nobody@example.invalid";

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final Credentials credentials;
    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final PracticeDoor door;
    private final OtherInstances others;
    private final InstantSource clock;
    private final Duration time;

    WarmUp(
            Credentials credentials,
            Passwords passwords,
            AccessTokens accessTokens,
            PracticeDoor door,
            OtherInstances others,
            InstantSource clock,
            StartupSettings settings) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.door = door;
        this.others = others;
        this.clock = clock;
        this.time = settings.warmUp();
    }

    Mono<Void> run() {
        return Mono.justOrEmpty(Identifier.Email.parse(NOBODY))
                .flatMap(credentials::find)
                .then(Mono.defer(passwords::spend))
                .then(Mono.defer(() -> time.isPositive() && others.serve() ? practise() : Mono.empty()));
    }

    private Mono<Void> practise() {
        return Flux.range(0, TOKENS)
                .concatMap(number -> nobodysToken())
                .collectList()
                .flatMap(tokens -> door.open(caller -> practise(caller, tokens)))
                .elapsed()
                .doOnNext(done -> LOG.info("Warmed up with {} requests in {} ms", done.getT2(), done.getT1()))
                .then();
    }

    /** @return how many were answered */
    private Mono<Long> practise(PracticeDoor.Caller caller, List<String> tokens) {
        return Flux.range(0, REQUESTS)
                .flatMap(
                        number -> switch (number % 3) {
                            case 0 -> caller.validate(tokens);
                            case 1 -> caller.validate(tokens.get(number / 3 % TOKENS));
                            default -> caller.logInWithNothing();
                        },
                        AT_ONCE)
                .take(time)
                .count();
    }

    /** A good signature for a session that doesn't exist. */
    private Mono<String> nobodysToken() {
        return accessTokens
                .issue(
                        nobody(),
                        new SessionTurn(
                                SessionId.next(), 0, clock.instant(), Optional.empty(), false, Methods.PASSWORD))
                .map(IssuedToken::text);
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
