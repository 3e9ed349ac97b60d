package io.authsvcs.local.bench;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.process.Launch;
import io.authsvcs.local.process.ProcessId;
import io.authsvcs.local.process.Signal;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A process of somebody else, which runs until the end of all.
 *
 * @param begin as {@link System#nanoTime} has it
 */
record Started(Launch launch, ProcessId process, long begin) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LOG_LINES = 25;

    /** @param atEnd is told what ends it */
    static Started by(Launch launch, Consumer<Runnable> atEnd) {
        long begin = System.nanoTime();
        Started started = new Started(launch, launch.start(), begin);
        atEnd.accept(started::end);
        return started;
    }

    /** Returns when it is ready; where it ends before that, or takes too long, the fault has its last words. */
    Start await(BooleanSupplier ready) {
        boolean came = Deadline.in(PATIENCE).await(() -> !process.isAlive() || ready.getAsBoolean());
        if (!came || !process.isAlive()) {
            throw Fault.failed(
                            launch.name(),
                            launch.name() + (came ? " ended while it was starting." : " is not ready after 3 minutes."),
                            "The whole log: " + launch.log().path())
                    .withLog(launch.log().lastLines(LOG_LINES));
        }
        return new Start(launch.name(), process, Duration.ofNanos(System.nanoTime() - begin), CpuTime.of(process));
    }

    private void end() {
        process.end(Signal.TERM);
        process.kill();
    }
}
