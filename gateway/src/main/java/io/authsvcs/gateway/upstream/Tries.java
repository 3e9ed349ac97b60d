package io.authsvcs.gateway.upstream;

import io.authsvcs.gateway.pipeline.Attribute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The instances that one request has been to, and how long it may still take. */
final class Tries {
    static final Attribute<Tries> ATTRIBUTE = new Attribute<>("tries", Tries.class);

    private final List<Instance> instances = new ArrayList<>(2);
    private final long deadlineNanos;
    private boolean onlyRefused = true;

    Tries(Duration timeout) {
        this.deadlineNanos = System.nanoTime() + timeout.toNanos();
    }

    void add(Instance instance) {
        instances.add(instance);
    }

    boolean includes(Instance instance) {
        return instances.contains(instance);
    }

    void failed(Failure failure) {
        onlyRefused &= failure == Failure.REFUSED;
    }

    /** Whether nobody so far was there to be asked. */
    boolean onlyRefused() {
        return onlyRefused;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }
}
