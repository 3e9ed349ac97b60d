package io.authsvcs.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Whether an instance deserves requests. A refused connection, or its own word that it isn't ready, takes it out at once,
 * until a probe finds that it serves (forced open). Answers that are late, cut off or invalid take it out for a second when they are half of the last ten, after
 * which two requests try it (open, half-open).
 */
final class Circuit {
    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowSize(10)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(1))
            .permittedNumberOfCallsInHalfOpenState(2)
            .maxWaitDurationInHalfOpenState(Duration.ofSeconds(5))
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            .build();

    private final CircuitBreaker breaker;

    Circuit(String id) {
        this.breaker = CircuitBreaker.of(id, CONFIG);
    }

    boolean isWell() {
        return breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    boolean isRefused() {
        return breaker.getState() == CircuitBreaker.State.FORCED_OPEN;
    }

    /** Asks for a permit, which {@link #succeeded}, {@link #failed} or {@link #released} gives back. */
    boolean tryAcquire() {
        return breaker.tryAcquirePermission();
    }

    void succeeded(Duration taken) {
        breaker.onSuccess(taken.toNanos(), TimeUnit.NANOSECONDS);
    }

    void failed(Duration taken, Throwable cause) {
        breaker.onError(taken.toNanos(), TimeUnit.NANOSECONDS, cause);
    }

    /** Only for a permit that was asked for: without one, this would add one to those on trial. */
    void released() {
        breaker.releasePermission();
    }

    void refused() {
        breaker.transitionToForcedOpenState();
    }

    void unreached() {
        if (!isRefused()) {
            breaker.transitionToOpenState();
        }
    }

    void servesAgain() {
        if (isRefused()) {
            breaker.transitionToClosedState();
        }
    }
}
