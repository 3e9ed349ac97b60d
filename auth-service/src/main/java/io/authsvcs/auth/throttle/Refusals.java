package io.authsvcs.auth.throttle;

import io.authsvcs.auth.fault.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Refuses tries, and counts that: {@code auth.throttled}, by {@code scope}. */
@Component
class Refusals {
    private final MeterRegistry metrics;

    Refusals(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    Fault of(Scope scope, Duration wait) {
        metrics.counter("auth.throttled", "scope", scope.label()).increment();
        return Fault.tooMany(wait);
    }
}
