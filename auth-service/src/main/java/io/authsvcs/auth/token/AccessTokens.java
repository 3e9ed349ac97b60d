package io.authsvcs.auth.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.session.SessionTurn;
import io.authsvcs.auth.token.TokenVerdict.Expired;
import io.authsvcs.auth.token.TokenVerdict.Genuine;
import java.nio.ByteBuffer;
import java.time.InstantSource;
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

    private final Scheduler signing = Schedulers.newBoundedElastic(1, MOST_WAITING, "sign");
    private final JwtSigner signer;
    private final JwtVerifier verifier;
    private final InstantSource clock;
    private final Cache<ByteBuffer, AccessClaims> verified;

    AccessTokens(JwtSigner signer, JwtVerifier verifier, TokenSettings settings, InstantSource clock) {
        this.signer = signer;
        this.verifier = verifier;
        this.clock = clock;
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
        AccessClaims known = verified.getIfPresent(key);
        if (known == null) {
            return verifyAnew(token, key);
        }
        return clock.instant().isBefore(known.expiresAt()) ? new Genuine(known) : new Expired(known);
    }

    private TokenVerdict verifyAnew(String token, ByteBuffer key) {
        TokenVerdict verdict = verifier.verify(token);
        if (verdict instanceof Genuine genuine) {
            verified.put(key, genuine.claims());
        }
        return verdict;
    }

    @Override
    public void destroy() {
        signing.dispose();
    }
}
