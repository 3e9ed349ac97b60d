package io.authsvcs.local.nemesis;

import java.util.concurrent.atomic.LongAdder;

/** What is to be seen of a run while it lasts. */
public final class Score {
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final LongAdder kills = new LongAdder();

    /** @param broken what clients were told that may not be, until now */
    public record Glance(long acknowledged, long unknown, long repeated, long broken, long kills) {}

    public Glance glance() {
        return new Glance(acknowledged.sum(), unknown.sum(), repeated.sum(), broken.sum(), kills.sum());
    }

    void count(Phase phase) {
        switch (phase) {
            case ACKNOWLEDGED -> acknowledged.increment();
            case UNKNOWN -> unknown.increment();
            case REFUSED, UNTRUE -> broken.increment();
            case BEGUN -> {}
        }
    }

    void repeated() {
        repeated.increment();
    }

    void killed() {
        kills.increment();
    }
}
