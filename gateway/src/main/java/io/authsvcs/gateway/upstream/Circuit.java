package io.authsvcs.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether an instance deserves requests by how the last ones went. When half of the last ten failed, it gets none for a
 * second (open), after which two requests try it (half-open). Each trial costs a client's request time, so that it waits
 * two seconds after one that failed, and no longer: who is well again is in rotation within three.
 */
final class Circuit {
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** So many probes of one on trial, and no request: there is no traffic to try it. */
    private static final int PROBES_WITHOUT_TRAFFIC = 4;

    private final CircuitBreaker breaker;
    private final AtomicInteger probes = new AtomicInteger();

    Circuit(String id) {
        this(id, SHORTEST_WAIT);
    }

    Circuit(String id, Duration shortestWait) {
        this.breaker = CircuitBreaker.of(id, config(shortestWait));
        breaker.getEventPublisher().onStateTransition(any -> probes.set(0));
    }

    private static CircuitBreakerConfig config(Duration shortestWait) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(shortestWait, 2, LONGEST_WAIT))
                .permittedNumberOfCallsInHalfOpenState(2)
                .maxWaitDurationInHalfOpenState(Duration.ofSeconds(5))
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build();
    }

    boolean isClosed() {
        return breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    /** Asks for a permit, which {@link #succeeded}, {@link #failed} or {@link #released} gives back. */
    boolean tryAcquire() {
        return breaker.tryAcquirePermission();
    }

    synchronized void succeeded(Duration taken) {
        breaker.onSuccess(taken.toNanos(), TimeUnit.NANOSECONDS);
    }

    synchronized void failed(Duration taken, Throwable cause) {
        breaker.onError(taken.toNanos(), TimeUnit.NANOSECONDS, cause);
    }

    /** Only for a permit that was asked for: without one, this would add one to those on trial. */
    void released() {
        breaker.releasePermission();
    }

    /** From now on it is on trial: it has been away, and who knows what came back. */
    synchronized void onTrial() {
        if (isClosed()) {
            // The only way to half-open. For a length, which counts as no failed trial.
            breaker.transitionToOpenStateFor(SHORTEST_WAIT);
        }
        breaker.transitionToHalfOpenState();
        probes.set(PROBES_WITHOUT_TRAFFIC);
    }

    /**
     * A probe has found it well. That is a trial of one that has only been away. Of one that failed requests it is none,
     * for it may have answered its probes all along; but where no request comes to try it, a probe is all there is.
     */
    synchronized void probed() {
        if (breaker.getState() == CircuitBreaker.State.HALF_OPEN
                && probes.incrementAndGet() > PROBES_WITHOUT_TRAFFIC
                && tryAcquire()) {
            succeeded(Duration.ZERO);
        }
    }
}
