package io.authsvcs.gateway.observability;

import io.authsvcs.gateway.routing.Route;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/**
 * The timer {@code auth.requests}, from a request's id to its end, by {@code contract} ({@code canonical} is our own API),
 * {@code route} and {@code outcome}, which is the status, or {@code left}. No caller can make a new value of a tag.
 */
@Component
final class RequestTimers {
    private static final String NONE = "none";

    private final MeterProvider<Timer> timers;

    RequestTimers(MeterRegistry registry) {
        this.timers = Timer.builder("auth.requests")
                .description("Requests and how long they took")
                .withRegistry(registry);
    }

    void record(Ending ending) {
        timers.withTags(Tags.of(
                        "contract", ending.contract().orElse(NONE),
                        "route", ending.route().map(Route::label).orElse(NONE),
                        "outcome", ending.status()))
                .record(ending.taken());
    }
}
