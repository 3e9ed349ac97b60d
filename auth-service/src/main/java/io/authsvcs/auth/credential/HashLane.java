package io.authsvcs.auth.credential;

import io.authsvcs.auth.credential.form.Scratch;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where passwords are hashed: as many threads as cores, and a short line for each {@link Precedence}. Beyond it a caller is
 * refused at once ({@link FaultCode#OVERLOADED}), and so is one whose turn comes too late, so that a flood of logins neither
 * grows without bound nor delays anything else. These threads give way to all others of the process where the machine lets
 * them ({@link LowPriority}): a hash takes ten times as long as a slice of a core.
 */
final class HashLane implements AutoCloseable {
    private final ThreadPoolExecutor threads;
    private final Map<Precedence, Semaphore> places = new EnumMap<>(Precedence.class);
    private final AtomicLong number = new AtomicLong();
    private final ThreadLocal<Scratch> scratch;
    private final Scheduler further = Schedulers.newSingle("hashed", true);
    private final long longestWaitNanos;

    /** The earlier one first, of those with the same precedence. */
    private record Turn(Precedence precedence, long number, Runnable work) implements Runnable, Comparable<Turn> {
        private static final Comparator<Turn> ORDER =
                Comparator.comparing(Turn::precedence).thenComparingLong(Turn::number);

        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * @param waiting at most, in each line
     * @param longestWait after which a turn is too late: a caller waits no longer, and others are behind
     * @param scratchKib that each thread keeps
     */
    HashLane(int cores, int waiting, Duration longestWait, int scratchKib) {
        longestWaitNanos = longestWait.toNanos();
        // Its thread begins now: as that of a hash it would inherit the priority.
        further.schedule(() -> {});
        scratch = ThreadLocal.withInitial(() -> new Scratch(scratchKib));
        threads = new ThreadPoolExecutor(cores, cores, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), threads());
        for (Precedence precedence : Precedence.values()) {
            places.put(precedence, new Semaphore(cores + waiting));
        }
    }

    private static ThreadFactory threads() {
        ThreadFactory factory = Thread.ofPlatform().name("hash-", 0).daemon().factory();
        return work -> factory.newThread(() -> {
            LowPriority.take();
            work.run();
        });
    }

    /** Throws what {@link #run} would end in at this moment, if it were for want of room. */
    void requireRoom(Precedence precedence) {
        if (placesOf(precedence).availablePermits() == 0) {
            throw new Fault(FaultCode.OVERLOADED);
        }
    }

    /** Runs work here when its turn comes, and goes on elsewhere; work whose caller has gone is left undone. */
    <T> Mono<T> run(Precedence precedence, Function<Scratch, T> work) {
        return Mono.defer(() -> Mono.fromFuture(submit(precedence, work))).publishOn(further);
    }

    private <T> CompletableFuture<T> submit(Precedence precedence, Function<Scratch, T> work) {
        Semaphore line = placesOf(precedence);
        if (!line.tryAcquire()) {
            return CompletableFuture.failedFuture(new Fault(FaultCode.OVERLOADED));
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        long asked = System.nanoTime();
        Runnable turn = () -> {
            try {
                complete(result, asked, work);
            } finally {
                line.release();
            }
        };
        try {
            threads.execute(new Turn(precedence, number.getAndIncrement(), turn));
        } catch (RejectedExecutionException closed) {
            line.release();
            result.completeExceptionally(new Fault(FaultCode.OVERLOADED, closed));
        }
        return result;
    }

    private Semaphore placesOf(Precedence precedence) {
        return Objects.requireNonNull(places.get(precedence));
    }

    private <T> void complete(CompletableFuture<T> result, long asked, Function<Scratch, T> work) {
        if (System.nanoTime() - asked > longestWaitNanos) {
            result.completeExceptionally(new Fault(FaultCode.OVERLOADED));
        } else {
            complete(result, work);
        }
    }

    private <T> void complete(CompletableFuture<T> result, Function<Scratch, T> work) {
        if (result.isDone()) {
            return;
        }
        try {
            result.complete(work.apply(scratch.get()));
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        further.dispose();
    }
}
