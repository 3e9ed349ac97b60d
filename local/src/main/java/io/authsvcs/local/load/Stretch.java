package io.authsvcs.local.load;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A part of a load whose requests are kept one by one: those that were due in it, however late they end. All of them are
 * there when the load is closed.
 */
public final class Stretch {
    private final long begin;
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private volatile long length = Long.MAX_VALUE;

    /** @param begin as {@link System#nanoTime} has it; it goes on until it is ended */
    Stretch(long begin) {
        this.begin = begin;
    }

    /** Whatever is due from now on is not part of it. */
    public void end() {
        endAt(System.nanoTime());
    }

    void endAt(long moment) {
        length = moment - begin;
    }

    void add(long ended, Sample sample) {
        long since = ended - sample.latency().toNanos() - begin;
        if (since >= 0 && since < length) {
            samples.add(sample);
        }
    }

    public Samples samples() {
        return new Samples(List.copyOf(samples));
    }
}
