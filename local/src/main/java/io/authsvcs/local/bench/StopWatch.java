package io.authsvcs.local.bench;

import io.authsvcs.local.Progress;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Takes the time of each step that it is told of, and passes it on.
 *
 * @param nanos as {@link System#nanoTime}
 */
record StopWatch(Progress progress, LongSupplier nanos, Map<String, Long> begins, Map<String, Duration> lengths)
        implements Progress {
    static StopWatch before(Progress progress, LongSupplier nanos) {
        return new StopWatch(progress, nanos, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    @Override
    public void begin(String step) {
        begins.put(step, nanos.getAsLong());
        progress.begin(step);
    }

    @Override
    public void end(String step) {
        Optional.ofNullable(begins.get(step))
                .ifPresent(begin -> lengths.put(step, Duration.ofNanos(nanos.getAsLong() - begin)));
        progress.end(step);
    }

    @Override
    public void say(String sentence) {
        progress.say(sentence);
    }

    /** Since the first of these steps began. */
    Duration sinceFirst(Collection<String> steps) {
        long now = nanos.getAsLong();
        return Duration.ofNanos(steps.stream()
                .flatMap(step -> Optional.ofNullable(begins.get(step)).stream())
                .mapToLong(begin -> now - begin)
                .max()
                .orElse(0));
    }

    /** Zero for a step that has not ended. */
    Duration length(String step) {
        return lengths.getOrDefault(step, Duration.ZERO);
    }
}
