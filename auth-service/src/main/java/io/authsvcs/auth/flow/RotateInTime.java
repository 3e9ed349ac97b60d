package io.authsvcs.auth.flow;

import io.authsvcs.auth.token.RotationSettings;
import io.authsvcs.auth.token.SigningKeys;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The next signing key whenever it is due, by whichever instance is first; each waits a little, by chance, so that they
 * don't all look for primes at once.
 */
@Component
class RotateInTime implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(RotateInTime.class);

    private final RotateSigningKey rotateSigningKey;
    private final SigningKeys signingKeys;
    private final Duration interval;
    private final Disposable watching;

    RotateInTime(RotateSigningKey rotateSigningKey, SigningKeys signingKeys, RotationSettings settings) {
        this.rotateSigningKey = rotateSigningKey;
        this.signingKeys = signingKeys;
        this.interval = settings.reloadInterval();
        this.watching = Flux.interval(interval)
                .onBackpressureDrop()
                .filter(tick -> signingKeys.isSuccessorDue())
                .concatMap(tick -> Mono.delay(aWhile()).then(Mono.defer(this::rotate)), 1)
                .subscribe();
    }

    private Mono<Void> rotate() {
        if (!signingKeys.isSuccessorDue()) {
            return Mono.empty();
        }
        return rotateSigningKey
                .rotateIfDue()
                .doOnNext(key -> log.info("Signing key {} signs from {}", key.kid(), key.signsFrom()))
                .then()
                .onErrorResume(failure -> {
                    log.warn("The next signing key can't be made yet, trying again: {}", failure.getMessage());
                    return Mono.empty();
                });
    }

    // Longer than it takes until the others have heard of it.
    private Duration aWhile() {
        return interval.multipliedBy(ThreadLocalRandom.current().nextInt(300)).dividedBy(100);
    }

    @Override
    public void destroy() {
        watching.dispose();
    }
}
