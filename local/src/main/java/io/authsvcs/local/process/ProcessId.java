package io.authsvcs.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process and nobody after it: the number alone may be given to another process later, so the start time goes with
 * it.
 *
 * @param startedAt as the operating system has it
 */
public record ProcessId(long pid, Instant startedAt) {
    /** Systems compute a start time from the boot time, which moves a little when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Duration TIME_TO_DIE = Duration.ofSeconds(10);

    public static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), process.info().startInstant().orElseGet(Instant::now));
    }

    public boolean isAlive() {
        return find().isPresent();
    }

    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    /** SIGKILL; returns when it is gone, which its children notice a moment later. */
    public void kill() {
        end(Signal.KILL);
    }

    /** Sends a signal that ends it, and returns when it is gone. */
    public void end(Signal signal) {
        signal.sendTo(this);
        Deadline.in(TIME_TO_DIE).await(() -> !isAlive());
    }

    private boolean isTheSame(ProcessHandle process) {
        return process.info().startInstant().map(this::isNear).orElse(true) && !isZombie();
    }

    private boolean isNear(Instant start) {
        return Duration.between(startedAt, start).abs().compareTo(TOLERANCE) < 0;
    }

    /**
     * In a container whose first process does not collect its dead, they keep a number and count as alive. A killed
     * process is only dead with its last thread: its first one may be a zombie while others still hold its ports.
     */
    private boolean isZombie() {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.exists(process.resolve("stat"))
                    && Files.readString(process.resolve("stat")).contains(") Z ")
                    && threads(process) <= 1;
        } catch (IOException gone) {
            return true;
        }
    }

    private static long threads(Path process) throws IOException {
        try (Stream<Path> tasks = Files.list(process.resolve("task"))) {
            return tasks.count();
        }
    }
}
