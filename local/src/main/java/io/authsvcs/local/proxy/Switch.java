package io.authsvcs.local.proxy;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The mode of a proxy, for which its connections wait. */
final class Switch {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Mode mode = new Mode.Pass();

    Mode mode() {
        lock.lock();
        try {
            return mode;
        } finally {
            lock.unlock();
        }
    }

    void to(Mode next) {
        lock.lock();
        try {
            mode = next;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits as long as the mode is of this kind; what it is then. */
    Mode awaitOther(Predicate<Mode> kind) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (kind.test(mode)) {
                moved.await();
            }
            return mode;
        } finally {
            lock.unlock();
        }
    }

    /** Waits so long, unless the mode changes before. */
    void pause(Duration length) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Mode before = mode;
            long left = length.toNanos();
            while (left > 0 && mode.equals(before)) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "Switch at " + mode();
    }
}
