package io.authsvcs.local.load;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Sends requests by a schedule, each in a thread of its own, until it is closed. The first ones warm everything up, and
 * are counted apart.
 */
public final class Load implements AutoCloseable {
    private static final long SECOND = 1_000_000_000;

    private final Plan plan;
    private final Caller caller;
    private final Errands errands;
    private final Mix mix;
    private final Tally warmUp = new Tally(Allowance.NOTHING);
    private final Tally tally;
    private final Semaphore places;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch warm;
    private final Thread schedule;
    private volatile boolean goesOn = true;

    private Load(Plan plan, Crowd crowd, Tally tally) {
        this.plan = plan;
        this.caller = new Caller(plan.urls());
        this.errands = Errands.of(caller, crowd);
        this.mix = new Mix(plan.rate(), plan.logins());
        this.tally = tally;
        this.warm = new CountDownLatch(plan.warmUp());
        this.places = new Semaphore(plan.mostUnderWay());
        this.schedule = Thread.ofPlatform().name("load").unstarted(this::keepSchedule);
    }

    public static Load begin(Plan plan, Crowd crowd, Tally tally) {
        Load load = new Load(plan, crowd, tally);
        load.schedule.start();
        return load;
    }

    /** Returns when everything is warm, and each answer to that has come: whatever is under way from now on counts. */
    public void awaitWarm() {
        try {
            warm.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while a load was getting warm");
        }
    }

    /** What the requests met that were to warm everything up. */
    public Count warmUp() {
        return warmUp.count();
    }

    /** How those go that warm everything up. */
    public Tally.Glance glance() {
        return warmUp.glance();
    }

    private void keepSchedule() {
        Random random = new Random(plan.seed());
        long begin = System.nanoTime();
        long counted = begin + moment(plan.warmUp());
        for (long number = 0; goesOn; number++) {
            long due = begin + moment(number);
            awaitMoment(due);
            Tally counting = number < plan.warmUp() ? warmUp : tally;
            send(counting, mix.pick(random), new Random(random.nextLong()), new Due(due, Math.max(0, due - counted)));
        }
    }

    /**
     * When a request is due.
     *
     * @param since nanoseconds from the beginning of what is counted
     */
    private record Due(long moment, long since) {
        Duration late() {
            return Duration.ofNanos(System.nanoTime() - moment);
        }

        Duration sinceBegin() {
            return Duration.ofNanos(since);
        }
    }

    /** The rate of those that warm up rises evenly to that of the others: nobody's first second is their worst. */
    private long moment(long number) {
        long rise = 2L * plan.warmUp() * SECOND / plan.rate();
        return number < plan.warmUp()
                ? (long) (rise * Math.sqrt((double) number / plan.warmUp()))
                : rise + (number - plan.warmUp()) * SECOND / plan.rate();
    }

    private static void awaitMoment(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void send(Tally counting, Operation operation, RandomGenerator random, Due due) {
        if (places.tryAcquire()) {
            var _ = clients.submit(() -> run(counting, operation, random, due));
        } else {
            count(counting, operation, new Ending.Unsent(), due);
        }
    }

    private void run(Tally counting, Operation operation, RandomGenerator random, Due due) {
        try {
            Errands.Done done = errands.run(operation, random);
            count(counting, done.operation(), done.ending(), due);
        } catch (RuntimeException broken) {
            // A client that breaks is counted as one: nothing of it would be seen otherwise.
            count(counting, operation, new Ending.Lost("the client broke: " + broken), due);
        } finally {
            places.release();
        }
    }

    private void count(Tally counting, Operation operation, Ending ending, Due due) {
        counting.add(due.sinceBegin(), operation, ending, due.late());
        if (counting == warmUp) {
            warm.countDown();
        }
    }

    /** Sends no more, and waits for every answer. */
    @Override
    public void close() {
        goesOn = false;
        endSchedule();
        clients.close();
        caller.close();
    }

    private void endSchedule() {
        try {
            schedule.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while ending a load");
        }
    }
}
