package io.authsvcs.auth.credential;

import io.authsvcs.auth.credential.form.Scratch;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where passwords are hashed: as many threads as cores, and a short queue. Beyond it a caller is refused at once
 * ({@link FaultCode#OVERLOADED}), and so is one whose turn comes too late, so that a flood of logins neither grows without
 * bound nor delays anything else. These threads give way to all others of the process where the machine lets them
 * ({@link LowPriority}): a hash takes ten times as long as a slice of a core.
 */
final class HashLane implements AutoCloseable {
    private final ThreadPoolExecutor threads;
    private final ThreadLocal<Scratch> scratch;
    private final Scheduler further = Schedulers.newSingle("hashed", true);
    private final long longestWaitNanos;

    /**
     * @param longestWait after which a turn is too late: a caller waits no longer, and others are behind
     * @param scratchKib that each thread keeps
     */
    HashLane(int cores, int waiting, Duration longestWait, int scratchKib) {
        longestWaitNanos = longestWait.toNanos();
        // Its thread begins now: as that of a hash it would inherit the priority.
        further.schedule(() -> {});
        scratch = ThreadLocal.withInitial(() -> new Scratch(scratchKib));
        threads =
                new ThreadPoolExecutor(cores, cores, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), threads());
    }

    private static ThreadFactory threads() {
        ThreadFactory factory = Thread.ofPlatform().name("hash-", 0).daemon().factory();
        return work -> factory.newThread(() -> {
            LowPriority.take();
            work.run();
        });
    }

    /** Throws what {@link #run} would end in at this moment, if it were for want of room. */
    void requireRoom() {
        if (threads.getQueue().remainingCapacity() == 0) {
            throw new Fault(FaultCode.OVERLOADED);
        }
    }

    /** Runs work here when its turn comes, and goes on elsewhere; work whose caller has gone is left undone. */
    <T> Mono<T> run(Function<Scratch, T> work) {
        return Mono.defer(() -> Mono.fromFuture(submit(work))).publishOn(further);
    }

    private <T> CompletableFuture<T> submit(Function<Scratch, T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            long asked = System.nanoTime();
            threads.execute(() -> complete(result, asked, work));
        } catch (RejectedExecutionException full) {
            result.completeExceptionally(new Fault(FaultCode.OVERLOADED, full));
        }
        return result;
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
