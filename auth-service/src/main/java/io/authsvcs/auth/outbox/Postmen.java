package io.authsvcs.auth.outbox;

import io.authsvcs.auth.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * The threads that deliver, and nothing else does: a mail server that hangs holds up nobody but them. Each looks for a
 * message about once a second, and at once when it is told to hurry.
 */
final class Postmen implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Postmen.class);
    private static final int MANY = 2;
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration LAST_DELIVERY = Duration.ofSeconds(5);

    private final Optional<Delivery> delivery;
    private final Semaphore hurry = new Semaphore(0);
    private final List<Thread> threads;
    private final AtomicBoolean complained = new AtomicBoolean();
    private volatile boolean atWork = true;

    /** @param delivery absent where there is nowhere to deliver to */
    Postmen(Optional<Delivery> delivery) {
        this.delivery = delivery;
        this.threads = delivery.stream()
                .flatMap(work -> IntStream.range(0, MANY).mapToObj(i -> thread(i, work)))
                .toList();
    }

    void start() {
        threads.forEach(Thread::start);
        if (delivery.isEmpty()) {
            log.warn(
                    "Messages to users wait in the outbox, as there is nowhere to send them. {}",
                    OutboxConfiguration.CURE);
        }
    }

    void hurry() {
        if (hurry.availablePermits() < MANY) {
            hurry.release();
        }
    }

    private Thread thread(int number, Delivery work) {
        return Thread.ofPlatform().name("postman-" + number).daemon().unstarted(() -> deliver(work));
    }

    private void deliver(Delivery work) {
        while (atWork) {
            if (!hadOne(work)) {
                rest();
            }
        }
    }

    /** What was taken when something fails here comes back by itself. */
    private boolean hadOne(Delivery work) {
        try {
            boolean had = work.next();
            complained.set(false);
            return had;
        } catch (Throwable failure) {
            // An error as well: a thread that ends here delivers nothing any more.
            if (atWork && !complained.getAndSet(true)) {
                complain(failure);
            }
            return false;
        }
    }

    private static void complain(Throwable failure) {
        if (failure instanceof Fault away) {
            log.warn("The outbox can't be reached, trying on: {}", away.getMessage());
        } else {
            log.error("The outbox met a defect, trying on", failure);
        }
    }

    private void rest() {
        long pause = (long) (ROUND.toMillis() * ThreadLocalRandom.current().nextDouble(0.75, 1.25));
        try {
            hurry.tryAcquire(pause, TimeUnit.MILLISECONDS);
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets what is under way be finished, for a while; what can't be comes back, at another instance. */
    @Override
    public void destroy() throws InterruptedException {
        atWork = false;
        hurry.release(MANY);
        for (Thread thread : threads) {
            thread.join(LAST_DELIVERY);
            thread.interrupt();
        }
    }
}
