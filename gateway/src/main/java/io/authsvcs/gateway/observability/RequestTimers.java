package io.authsvcs.gateway.observability;

import io.authsvcs.gateway.routing.Route;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The timer {@code auth.requests}, from a request's id to its end, by {@code contract} ({@code canonical} is our own API),
 * {@code route} and {@code outcome}, which is the status, or {@code left}. No caller can make a new value of a tag.
 */
@Component
final class RequestTimers {
    private static final String NONE = "none";

    private final MeterProvider<Timer> timers;

    /** Those that there are: the registry would sort tags and make an id for each look. */
    private final Map<Key, Timer> known = new ConcurrentHashMap<>();

    private record Key(String contract, String route, String outcome) {
        static Key of(Ending ending) {
            return new Key(
                    ending.contract().orElse(NONE),
                    ending.route().map(Route::label).orElse(NONE),
                    ending.status());
        }

        Tags tags() {
            return Tags.of("contract", contract, "route", route, "outcome", outcome);
        }
    }

    RequestTimers(MeterRegistry registry) {
        this.timers = Timer.builder("auth.requests")
                .description("Requests and how long they took")
                .withRegistry(registry);
    }

    void record(Ending ending) {
        known.computeIfAbsent(Key.of(ending), key -> timers.withTags(key.tags()))
                .record(ending.taken());
    }
}
