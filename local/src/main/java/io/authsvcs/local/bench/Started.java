package io.authsvcs.local.bench;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.process.Launch;
import io.authsvcs.local.process.ProcessId;
import io.authsvcs.local.process.Signal;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A process of somebody else, which runs until it is closed.
 *
 * @param begin as {@link System#nanoTime} has it
 */
record Started(Launch launch, ProcessId process, long begin) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LOG_LINES = 25;

    static Started by(Launch launch) {
        long begin = System.nanoTime();
        return new Started(launch, launch.start(), begin);
    }

    /** Returns when it is ready; where it ends before that, or takes too long, it is ended, and the fault has its last words. */
    Start await(BooleanSupplier ready) {
        boolean came = Deadline.in(PATIENCE).await(() -> !process.isAlive() || ready.getAsBoolean());
        if (!came || !process.isAlive()) {
            close();
            throw Fault.failed(
                            launch.name(),
                            launch.name() + (came ? " ended while it was starting." : " is not ready after 3 minutes."),
                            "The whole log: " + launch.log().path())
                    .withLog(launch.log().lastLines(LOG_LINES));
        }
        return new Start(launch.name(), process, Duration.ofNanos(System.nanoTime() - begin), CpuTime.of(process));
    }

    @Override
    public void close() {
        process.end(Signal.TERM);
        process.kill();
    }
}
