package io.authsvcs.auth.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.session.SessionTurn;
import io.authsvcs.auth.token.TokenVerdict.Expired;
import io.authsvcs.auth.token.TokenVerdict.Genuine;
import io.authsvcs.auth.token.TokenVerdict.InvalidSignature;
import java.nio.ByteBuffer;
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
    private final JwtVerifier verifier;
    private final KeyRing keys;
    private final KeyWatch keyWatch;
    private final Cache<ByteBuffer, Verified> verified;

    AccessTokens(JwtSigner signer, JwtVerifier verifier, KeyRing keys, KeyWatch keyWatch, TokenSettings settings) {
        this.signer = signer;
        this.verifier = verifier;
        this.keys = keys;
        this.keyWatch = keyWatch;
        this.verified =
                Caffeine.newBuilder().maximumSize(settings.verifiedCacheSize()).build();
    }

    public Mono<IssuedToken> issue(Identity identity, SessionTurn turn) {
        return Mono.fromCallable(() -> signer.sign(identity, turn))
                .subscribeOn(signing)
                .onErrorMap(RejectedExecutionException.class, full -> new Fault(FaultCode.OVERLOADED, full));
    }

    /** What the token itself shows; whether its session lives is another question. */
    public TokenVerdict verify(String token) {
        // The whole token's hash: a cache keyed by less could take one token for another.
        ByteBuffer key = ByteBuffer.wrap(Sha256.of(token));
        Verified known = verified.getIfPresent(key);
        if (known == null || known.withdrawals() != keys.withdrawals()) {
            return verifyAnew(token, key);
        }
        return keys.now().isBefore(known.claims().expiresAt())
                ? new Genuine(known.claims())
                : new Expired(known.claims());
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

    private TokenVerdict verifyAnew(String token, ByteBuffer key) {
        // Counted first: a key that is withdrawn meanwhile leaves nothing behind.
        long withdrawals = keys.withdrawals();
        TokenVerdict verdict = verifier.verify(token);
        if (verdict instanceof Genuine genuine) {
            verified.put(key, new Verified(genuine.claims(), withdrawals));
        }
        return verdict;
    }

    /** What was found when so many keys had been withdrawn. */
    private record Verified(AccessClaims claims, long withdrawals) {}

    @Override
    public void destroy() {
        signing.dispose();
    }
}
