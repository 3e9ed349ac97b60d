package io.authsvcs.gateway.upstream;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests may be sent a second time: a share of all, and a reserve for a sudden loss. It keeps retries from
 * multiplying what has overloaded the instances.
 */
final class RetryBudget {
    private static final int WHOLE = 100;

    private final int percent;
    private final int most;
    private final AtomicInteger balance;

    /**
     * A full one.
     *
     * @param percent retries for 100 requests
     * @param reserve retries at most, however many requests there were before
     */
    RetryBudget(int percent, int reserve) {
        this.percent = percent;
        this.most = Math.multiplyExact(reserve, WHOLE);
        this.balance = new AtomicInteger(most);
    }

    void deposit() {
        balance.updateAndGet(before -> Math.min(most, before + percent));
    }

    boolean isSpent() {
        return balance.get() < WHOLE;
    }

    boolean tryWithdraw() {
        return balance.getAndUpdate(before -> before >= WHOLE ? before - WHOLE : before) >= WHOLE;
    }
}
