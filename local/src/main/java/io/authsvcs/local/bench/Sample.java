package io.authsvcs.local.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One round of one peer.
 *
 * @param cpu what each process used of the processors meanwhile
 * @param load what whoever asked used
 * @param others what was used by whoever has nothing to do with all this
 */
record Sample(Burst burst, Map<String, Duration> cpu, Duration load, Duration others) {
    Sample {
        cpu = Map.copyOf(cpu);
    }

    static Sample of(Burst burst, Moment before, Moment after) {
        Map<String, Duration> used = new LinkedHashMap<>();
        before.peer()
                .forEach((process, since) -> used.put(
                        process, after.peer().getOrDefault(process, since).minus(since)));
        return new Sample(burst, used, after.load().minus(before.load()), after.othersSince(before));
    }

    /** How many processors somebody else had. */
    double processorsOfOthers() {
        return (double) others.toNanos() / burst.length().toNanos();
    }

    /** Microseconds of processor time for each request that was served; infinite where none was. */
    double micros(String process) {
        return micros(cpu.getOrDefault(process, Duration.ZERO));
    }

    /** The same of all of them together. */
    double microsInAll() {
        return micros(cpu.values().stream().reduce(Duration.ZERO, Duration::plus));
    }

    /** The same of whoever asked. */
    double microsOfLoad() {
        return micros(load);
    }

    private double micros(Duration used) {
        return burst.served() == 0 ? Double.POSITIVE_INFINITY : used.toNanos() / 1e3 / burst.served();
    }
}
