package io.authsvcs.gateway.upstream;

import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.pipeline.Attribute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The instances that one request has been to, and how long it may still take. */
final class Tries {
    static final Attribute<Tries> ATTRIBUTE = new Attribute<>("tries", Tries.class);

    private final List<Instance> instances = new ArrayList<>(2);
    private final long deadlineNanos;
    private final Set<Failure> failures = EnumSet.noneOf(Failure.class);

    Tries(Duration timeout) {
        this.deadlineNanos = System.nanoTime() + timeout.toNanos();
    }

    void add(Instance instance) {
        instances.add(instance);
    }

    boolean includes(Instance instance) {
        return instances.contains(instance);
    }

    /** How many came after the first. */
    int retries() {
        return Math.max(0, instances.size() - 1);
    }

    void failed(Failure failure) {
        failures.add(failure);
    }

    /** How the request ends when nobody is left to try. */
    Outcome end() {
        if (failures.contains(Failure.CROWDED_OUT)) {
            return Outcome.OVERLOADED;
        }
        if (failures.contains(Failure.CUT_OFF)) {
            return Outcome.INVALID_ANSWER;
        }
        boolean nobodyWasThere = EnumSet.of(Failure.REFUSED, Failure.NOT_READY).containsAll(failures);
        return nobodyWasThere ? Outcome.NO_INSTANCE : Outcome.NO_ANSWER;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }
}
