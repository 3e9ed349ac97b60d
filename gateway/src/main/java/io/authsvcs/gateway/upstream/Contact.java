package io.authsvcs.gateway.upstream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether an instance can be had, as requests and probes find. Moments are of {@link System#nanoTime}. */
final class Contact {
    /** One probe may be late by chance. */
    private static final int MISSED_BY_CHANCE = 1;

    private final AtomicInteger missed = new AtomicInteger();
    private volatile Reach reach;
    private volatile long answeredLast = System.nanoTime();
    private volatile long livedLast = answeredLast;

    Contact(Reach first) {
        this.reach = first;
    }

    Reach reach() {
        return reach;
    }

    /** It does, or nobody has said that it can't. */
    boolean mayAnswer() {
        return reach == Reach.ANSWERS || reach == Reach.SILENT;
    }

    /** A request or a probe has been answered, whatever the answer was. */
    void answered() {
        answeredLast = System.nanoTime();
    }

    /**
     * A probe has been answered: it can be had again.
     *
     * @param asked when it was asked
     */
    void found(long asked) {
        answered();
        livedLast = asked;
        missed.set(0);
        reach = Reach.ANSWERS;
    }

    /** A probe has not been answered in time. */
    void missed(long began) {
        if (missed.incrementAndGet() > MISSED_BY_CHANCE) {
            late(began);
        }
    }

    /** Who asked then has waited for long: too long, if nobody else has been answered since. */
    void late(long began) {
        if (answeredLast - began < 0) {
            silent();
        }
    }

    /** Since a probe has found it alive. */
    Duration quiet() {
        return Duration.ofNanos(System.nanoTime() - livedLast);
    }

    /** It is out until it answers a probe. */
    void silent() {
        if (reach == Reach.ANSWERS) {
            reach = Reach.SILENT;
        }
    }

    /** It is out until it answers a probe, and used only where there is no other at all. */
    void refused() {
        reach = Reach.REFUSES;
    }

    /** It is out until it answers a probe, and not even for want of a better one is it used. */
    void taken() {
        reach = Reach.TAKEN;
    }

    /** As {@link #taken}. */
    void distrusted() {
        reach = Reach.UNTRUSTED;
    }

    /** Negative when this one has answered later than the other. */
    int compareSilence(Contact other) {
        return Long.signum(other.answeredLast - answeredLast);
    }
}
