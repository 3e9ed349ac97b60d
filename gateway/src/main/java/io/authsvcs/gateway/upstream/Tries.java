package io.authsvcs.gateway.upstream;

import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.pipeline.Attribute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The instances that one request has been to, what came of it, and how long it may still take. */
final class Tries {
    static final Attribute<Tries> ATTRIBUTE = new Attribute<>("tries", Tries.class);

    /** Instances that fail one after the other fail for a reason that one more would share. */
    private static final int MOST = 3;

    /** The connection was lost, which says nothing of who listens there now. */
    private static final Set<Failure> LOST = EnumSet.of(Failure.UNSENT, Failure.UNANSWERED);

    private static final List<Outcome> TELLING_MOST_FIRST =
            List.of(Outcome.OVERLOADED, Outcome.INVALID_ANSWER, Outcome.LATE_ANSWER, Outcome.NO_ANSWER);

    private final List<Instance> instances = new ArrayList<>(2);
    private final Patience patience;
    private final long deadlineNanos;
    private final boolean operators;
    private final Set<Failure> failures = EnumSet.noneOf(Failure.class);

    /**
     * The tries of one request.
     *
     * @param timeout from now to the answer's end
     * @param operators whether an operator asks, who has to be served even when every instance is drained
     */
    Tries(Patience patience, Duration timeout, boolean operators) {
        this.patience = patience;
        this.deadlineNanos = System.nanoTime() + timeout.toNanos();
        this.operators = operators;
    }

    void add(Instance instance) {
        instances.add(instance);
    }

    boolean includes(Instance instance) {
        return instances.contains(instance);
    }

    boolean isAnOperators() {
        return operators;
    }

    int count() {
        return instances.size();
    }

    /** How many came after the first. */
    int retries() {
        return Math.max(0, count() - 1);
    }

    boolean areAll() {
        return count() >= MOST || left().isZero();
    }

    void failed(Failure failure) {
        failures.add(failure);
    }

    /** Whether an instance has told of its own failure. */
    boolean haveAnAnswer() {
        return failures.contains(Failure.FAULTY) || failures.contains(Failure.BUSY);
    }

    /** The only instance, once, when it has lost the connection. */
    Optional<Instance> worthARepeat() {
        return count() == 1 && LOST.containsAll(failures) ? Optional.of(instances.getFirst()) : Optional.empty();
    }

    /** How the request ends when it goes no further, by all that its tries have met. */
    Outcome end() {
        Set<Outcome> met = failures.stream().map(Failure::outcome).collect(Collectors.toSet());
        return TELLING_MOST_FIRST.stream().filter(met::contains).findFirst().orElse(Outcome.NO_INSTANCE);
    }

    Patience patience() {
        return patience;
    }

    /** So long, but not longer than there is time. */
    Duration atMost(Duration wait) {
        Duration left = left();
        return wait.compareTo(left) < 0 ? wait : left;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }
}
