package io.authsvcs.local.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** Counts how requests ended. */
public final class Tally {
    private static final int EXAMPLES = 20;

    private final Map<Operation, Map<String, LongAdder>> counts = new ConcurrentHashMap<>();
    private final Latencies latencies = new Latencies();
    private final Queue<Failure> examples = new ConcurrentLinkedQueue<>();
    private final List<Stretch> stretches = new CopyOnWriteArrayList<>();
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder loginsAnswered = new LongAdder();
    private final LongAdder loginsUnknown = new LongAdder();
    private volatile Allowance allowance;

    public Tally(Allowance allowance) {
        this.allowance = allowance;
    }

    /** From now on. */
    public void allow(Allowance other) {
        allowance = other;
    }

    /** Keeps every request that is due after this while from now, until the stretch is ended. */
    public Stretch stretchIn(Duration delay) {
        Stretch stretch = new Stretch(System.nanoTime() + delay.toNanos());
        stretches.add(stretch);
        return stretch;
    }

    /**
     * @param since from the beginning of what is counted to the moment that the request was due
     * @param latency from that moment on
     */
    void add(Duration since, Operation operation, Ending ending, Duration latency) {
        requests.increment();
        counts.computeIfAbsent(operation, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(ending.label(), any -> new LongAdder())
                .increment();
        if (!(ending instanceof Ending.Unsent)) {
            latencies.add(since, latency);
        }
        if (operation.isLogin()) {
            countLogin(ending);
        }
        Sample sample = new Sample(operation, ending, latency);
        stretches.forEach(stretch -> stretch.add(System.nanoTime(), sample));
        if (!allowance.covers(ending)) {
            fail(Failure.of(since, operation, ending));
        }
    }

    public Count count() {
        return new Count(
                requests.sum(),
                failures.sum(),
                byStatus(),
                List.copyOf(examples),
                latencies.percentile(50),
                latencies.percentile(99),
                latencies.worst(),
                latencies.worstByMoment(),
                loginsAnswered.sum(),
                loginsUnknown.sum());
    }

    /** Requests, failures and the worst latency until now: cheap enough to look at often. */
    public Glance glance() {
        return new Glance(requests.sum(), failures.sum(), latencies.worst());
    }

    public record Glance(long requests, long failures, Duration worst) {}

    private void countLogin(Ending ending) {
        switch (ending) {
            case Ending.AsPromised _ -> loginsAnswered.increment();
            case Ending.Unsent _ -> {}
            case Ending.Late _, Ending.Lost _, Ending.Unavailable _, Ending.Wrong _ -> loginsUnknown.increment();
        }
    }

    private void fail(Failure failure) {
        failures.increment();
        if (examples.size() < EXAMPLES) {
            examples.add(failure);
        }
    }

    private Map<Operation, Map<String, Long>> byStatus() {
        Map<Operation, Map<String, Long>> all = new TreeMap<>();
        counts.forEach((operation, labels) -> {
            Map<String, Long> sums = new TreeMap<>();
            labels.forEach((label, count) -> sums.put(label, count.sum()));
            all.put(operation, sums);
        });
        return all;
    }
}
