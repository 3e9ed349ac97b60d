package io.authsvcs.gateway.observability;

import java.util.concurrent.atomic.LongAdder;

/** How many requests there were, by how they ended. */
final class Totals {
    private final LongAdder requests = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder retries = new LongAdder();

    void add(Ending ending) {
        if (ending.isError()) {
            errors.increment();
        }
        if (ending.isRefusal()) {
            refusals.increment();
        }
        retries.add(ending.retries());
        requests.increment();
    }

    long requests() {
        return requests.sum();
    }

    long errors() {
        return errors.sum();
    }

    long refusals() {
        return refusals.sum();
    }

    long retries() {
        return retries.sum();
    }
}
