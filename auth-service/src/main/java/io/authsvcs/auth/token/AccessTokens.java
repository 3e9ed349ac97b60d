package io.authsvcs.auth.token;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.session.SessionTurn;
import io.authsvcs.auth.token.TokenVerdict.InvalidSignature;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Issues access tokens and verifies them. */
@Component
public class AccessTokens implements DisposableBean {
    // Signing takes milliseconds, too long for an event loop. More than the hash lane lets through in a second never
    // wait.
    private static final int MOST_WAITING = 1_000;
    // One may have been under way before there was anything new to read.
    private static final int MOST_READINGS = 2;
    private static final Duration LONGEST_READING = Duration.ofSeconds(1);

    private final Scheduler signing = Schedulers.newBoundedElastic(1, MOST_WAITING, "sign");
    private final JwtSigner signer;
    private final VerifiedTokens verified;
    private final KeyWatch keyWatch;

    AccessTokens(JwtSigner signer, VerifiedTokens verified, KeyWatch keyWatch) {
        this.signer = signer;
        this.verified = verified;
        this.keyWatch = keyWatch;
    }

    public Mono<IssuedToken> issue(Identity identity, SessionTurn turn) {
        return Mono.fromCallable(() -> signer.sign(identity, turn))
                .subscribeOn(signing)
                .onErrorMap(RejectedExecutionException.class, full -> new Fault(FaultCode.OVERLOADED, full));
    }

    /** What the token itself shows; whether its session lives is another question. */
    public TokenVerdict verify(String token) {
        return verified.verdict(token);
    }

    /**
     * The same, where a token that names an unknown key is worth waiting for: keys that were read meanwhile may know it. One
     * look-up in half a minute is begun for unknown keys, which anybody can make up.
     */
    public Mono<TokenVerdict> verifyByNewestKeys(String token) {
        return verify(token, MOST_READINGS);
    }

    private Mono<TokenVerdict> verify(String token, int readings) {
        TokenVerdict verdict = verify(token);
        return verdict instanceof InvalidSignature && readings > 0
                ? keyWatch.underWay()
                        .map(reading -> reading.timeout(LONGEST_READING, Mono.empty())
                                .then(Mono.defer(() -> verify(token, readings - 1))))
                        .orElseGet(() -> Mono.just(verdict))
                : Mono.just(verdict);
    }

    @Override
    public void destroy() {
        signing.dispose();
    }
}
