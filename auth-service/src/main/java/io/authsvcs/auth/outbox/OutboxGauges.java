package io.authsvcs.auth.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** {@code outbox.waiting} and {@code outbox.failed}: what was there when it was last counted, over all instances. */
@Component
class OutboxGauges {
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    OutboxGauges(MeterRegistry metrics) {
        metrics.gauge("outbox.waiting", waiting);
        metrics.gauge("outbox.failed", failed);
    }

    void show(OutboxCount count) {
        waiting.set(count.waiting());
        failed.set(count.failed());
    }
}
