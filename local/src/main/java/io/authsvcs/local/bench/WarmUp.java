package io.authsvcs.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bursts that come before those that count. A virtual machine gets faster for a minute and longer, so what counts is not how
 * many requests it has served, but whether it still gets faster.
 */
record WarmUp(Terms terms, List<Burst> bursts) {
    private static final double RISE = 1.03;
    private static final int STEADY = 3;

    WarmUp {
        bursts = List.copyOf(bursts);
    }

    static WarmUp under(Terms terms) {
        return new WarmUp(terms, List.of());
    }

    WarmUp with(Burst burst) {
        return new WarmUp(
                terms, Stream.concat(bursts.stream(), Stream.of(burst)).toList());
    }

    boolean isOver() {
        return isWarm() || length().compareTo(terms.longestWarmUp()) >= 0;
    }

    /** It has served enough, and the last few bursts were no better than the best before them. */
    boolean isWarm() {
        return served() >= terms.warmUp() && sinceRise() >= STEADY;
    }

    long served() {
        return bursts.stream().mapToLong(Burst::served).sum();
    }

    Duration length() {
        return bursts.stream().map(Burst::length).reduce(Duration.ZERO, Duration::plus);
    }

    private int sinceRise() {
        double best = 0;
        int since = 0;
        for (Burst burst : bursts) {
            double rate = burst.servedASecond();
            since = rate > RISE * best ? 0 : since + 1;
            best = Math.max(best, rate);
        }
        return since;
    }
}
