package io.authsvcs.local.command;

import io.authsvcs.local.console.Console;
import java.util.concurrent.CountDownLatch;

/**
 * Puts the cluster back as it was, however the trials end. When they are interrupted, they have to come to their end
 * first: whatever they are doing to the cluster at that moment would be in the way.
 *
 * @param putBack does it
 * @param work the thread that holds them
 */
record PuttingBack(Runnable putBack, Console console, Thread work, CountDownLatch ended) implements Runnable {
    static PuttingBack by(Runnable putBack, Console console) {
        return new PuttingBack(putBack, console, Thread.currentThread(), new CountDownLatch(1));
    }

    void around(Runnable trials) {
        try {
            trials.run();
        } finally {
            ended.countDown();
            if (!work.isInterrupted()) {
                putBack.run();
            }
        }
    }

    /** Somebody has interrupted them. */
    @Override
    public void run() {
        console.remark("Interrupted. The cluster is being put back as it was.");
        work.interrupt();
        try {
            ended.await();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        putBack.run();
    }
}
