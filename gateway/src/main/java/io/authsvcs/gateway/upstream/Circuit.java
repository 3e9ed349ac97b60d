package io.authsvcs.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Whether an instance deserves requests by how the last ones went. When half of the last ten failed, it gets none for a
 * second (open), after which two requests try it (half-open).
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

    boolean isClosed() {
        return breaker.getState() == CircuitBreaker.State.CLOSED;
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

    /** From now on it is on trial: it has been away, and who knows what came back. */
    void onTrial() {
        if (isClosed()) {
            breaker.transitionToOpenState();
        }
        breaker.transitionToHalfOpenState();
    }

    /** A probe has found it well, which counts as a trial where no request brings one. */
    void probed() {
        if (breaker.getState() == CircuitBreaker.State.HALF_OPEN && tryAcquire()) {
            succeeded(Duration.ZERO);
        }
    }
}
