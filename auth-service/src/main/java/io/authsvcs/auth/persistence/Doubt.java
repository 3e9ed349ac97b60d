package io.authsvcs.auth.persistence;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.time.Duration;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;

/**
 * Whether a pooled connection has to show that the database still hears it before it is lent: where nobody has used any for
 * a while, and for some time after a statement has failed. A lost one would let a statement wait in vain; asked each time, a
 * look-up would take two round trips instead of one.
 */
final class Doubt {
    static final Duration AFTER_PAUSE = Duration.ofSeconds(1);

    /** So long that each connection of a pool has been lent again. */
    static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private volatile long lent;
    private volatile long doubtedUntil;

    /** @param nanoTime as {@link System#nanoTime} */
    Doubt(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        long now = nanoTime.getAsLong();
        this.lent = now - AFTER_PAUSE.toNanos();
        this.doubtedUntil = now;
    }

    void failed() {
        doubtedUntil = nanoTime.getAsLong() + AFTER_FAILURE.toNanos();
    }

    /**
     * Completes when a connection may be lent.
     *
     * @param answer by which it shows that it lives, asked for only in doubt
     */
    Mono<Void> dispel(Mono<Boolean> answer) {
        return Mono.defer(() -> {
            long now = nanoTime.getAsLong();
            boolean isSure = now - lent < AFTER_PAUSE.toNanos() && doubtedUntil - now <= 0;
            lent = now;
            return isSure ? Mono.empty() : require(answer);
        });
    }

    private static Mono<Void> require(Mono<Boolean> answer) {
        return answer.timeout(LONGEST_ANSWER)
                .filter(lives -> lives)
                .switchIfEmpty(Mono.error(() -> new R2dbcNonTransientResourceException("The connection is lost")))
                .then();
    }
}
