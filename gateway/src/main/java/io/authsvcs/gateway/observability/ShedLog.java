package io.authsvcs.gateway.observability;

import io.authsvcs.gateway.routing.Route;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One line a second for all requests that an overload has refused by their heads: a line for each would cost those who
 * are served more than the refusal does. The router API's statistics count each.
 */
@Component
final class ShedLog {
    private static final Logger LOG = LoggerFactory.getLogger(ShedLog.class);
    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    private final AtomicLong untold = new AtomicLong();
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    void write(Ending ending) {
        count(System.nanoTime())
                .ifPresent(many -> LOG.warn(
                        "No place at the instances is free: refused={} since the last such line, request={} route={} the"
                                + " last of them",
                        many,
                        ending.requestId(),
                        ending.route().map(Route::label).orElse("-")));
    }

    /**
     * One more.
     *
     * @param now as {@link System#nanoTime} has it
     * @return how many there were, where it is time to tell
     */
    OptionalLong count(long now) {
        untold.incrementAndGet();
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + INTERVAL)
                ? OptionalLong.of(untold.getAndSet(0))
                : OptionalLong.empty();
    }
}
