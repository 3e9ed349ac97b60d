package io.authsvcs.auth.throttle;

import io.authsvcs.auth.fault.Fault;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Refuses tries, and counts that: {@code auth.throttled}, by {@code scope}. Each counter is there from the start, at 0: of
 * one that appears with a first refusal, nobody sees it rise.
 */
@Component
class Refusals {
    private final Map<Scope, Counter> counts;

    Refusals(MeterRegistry metrics) {
        counts = Arrays.stream(Scope.values())
                .collect(Collectors.toUnmodifiableMap(
                        scope -> scope, scope -> metrics.counter("auth.throttled", "scope", scope.label())));
    }

    Fault of(Scope scope, Duration wait) {
        Objects.requireNonNull(counts.get(scope)).increment();
        return Fault.tooMany(wait);
    }
}
