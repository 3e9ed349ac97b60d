package io.authsvcs.local.command;

import io.authsvcs.local.chaos.Chaos;
import java.util.concurrent.CountDownLatch;

/**
 * Puts the cluster back as it was, however the trials end. When they are interrupted, they have to come to their end
 * first: whatever they are doing to the cluster at that moment would be in the way.
 *
 * @param work the thread that holds them
 */
record PuttingBack(Chaos chaos, Thread work, CountDownLatch ended) implements Runnable {
    static PuttingBack after(Chaos chaos, Thread work) {
        return new PuttingBack(chaos, work, new CountDownLatch(1));
    }

    void around(Runnable trials) {
        try {
            trials.run();
        } finally {
            ended.countDown();
            if (!work.isInterrupted()) {
                chaos.putBack();
            }
        }
    }

    /** Somebody has interrupted them. */
    @Override
    public void run() {
        work.interrupt();
        try {
            ended.await();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        chaos.putBack();
    }
}
