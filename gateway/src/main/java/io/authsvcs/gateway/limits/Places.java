package io.authsvcs.gateway.limits;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * How many reads may be at instances at the same time. Where they stand still for a moment, whoever comes waits: more are let
 * in, up to {@value #BURST} times as many. Where that goes on, it is an overload, in which to wait helps nobody (the standing
 * queue of RFC 8289 §3). A gateway that has hardly served anybody yet is slow itself, and lets in {@value #EARLY} times as
 * many: whoever waited behind more of them would wait in vain.
 */
public final class Places {
    static final int BURST = 4;
    static final int EARLY = 2;

    private final int usual;
    private final int relieved;
    private final long patienceNanos;
    private final LongSupplier clock;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger early;
    private volatile long lastRelief;

    /** @param clock in nanoseconds, from any begin */
    Places(LoadSettings settings, LongSupplier clock) {
        this.usual = settings.most();
        this.relieved = usual / 2;
        this.early = new AtomicInteger(BURST * usual);
        this.patienceNanos = settings.patience().toNanos();
        this.clock = clock;
        this.lastRelief = clock.getAsLong();
    }

    public boolean areTaken() {
        return taken.get() >= limit();
    }

    boolean tryTake() {
        int limit = limit();
        int before = taken.getAndUpdate(now -> now < limit ? now + 1 : now);
        note(before);
        return before < limit;
    }

    void giveBack() {
        note(taken.decrementAndGet());
    }

    /** An instance has answered somebody who had a place. */
    void served() {
        if (isEarly()) {
            early.decrementAndGet();
        }
    }

    /** Relief is more than one free place: in an overload there is one whenever somebody has been answered. */
    private void note(int now) {
        if (now <= relieved) {
            lastRelief = clock.getAsLong();
        }
    }

    private int limit() {
        // Who has been relieved is so even when nobody has come for long.
        boolean stands = taken.get() > relieved && clock.getAsLong() - lastRelief >= patienceNanos;
        int times = isEarly() ? EARLY : BURST;
        return stands ? usual : times * usual;
    }

    private boolean isEarly() {
        return early.get() > 0;
    }
}
