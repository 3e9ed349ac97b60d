package io.authsvcs.local.bench;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a process has used of the processors since it began, its children included: a PostgreSQL works by them.
 *
 * @param own in its own threads
 * @param ended in children that have ended since
 */
record CpuTime(Duration own, Duration ended) {
    /** Linux tells programs of hundredths of a second, whatever its own clock does (USER_HZ). */
    static final Duration TICK = Duration.ofMillis(10);

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int USER_OF_ENDED = 13;
    private static final int SYSTEM_OF_ENDED = 14;

    static Duration of(ProcessId process) {
        ProcessHandle root = process.find().orElseThrow(() -> untold(process));
        Duration alive = Stream.concat(Stream.of(root), root.descendants())
                .flatMap(each -> read(each.pid()).stream())
                .map(CpuTime::own)
                .reduce(Duration.ZERO, Duration::plus);
        return read(root.pid()).orElseThrow(() -> untold(process)).ended().plus(alive);
    }

    /** The same without children that are still alive. */
    static Duration withoutThoseAlive(ProcessId process) {
        CpuTime time = process.find().flatMap(handle -> read(handle.pid())).orElseThrow(() -> untold(process));
        return time.own().plus(time.ended());
    }

    /** @param stat as /proc/PID/stat has it: the name, in parentheses, may have blanks and parentheses itself */
    static CpuTime parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1);
        return new CpuTime(
                ticks(fields[USER]).plus(ticks(fields[SYSTEM])),
                ticks(fields[USER_OF_ENDED]).plus(ticks(fields[SYSTEM_OF_ENDED])));
    }

    private static Duration ticks(String field) {
        return TICK.multipliedBy(Long.parseLong(field));
    }

    /** Empty when it has ended meanwhile: its parent has the time then. */
    private static Optional<CpuTime> read(long pid) {
        try {
            return Optional.of(parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat"))));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Fault untold(ProcessId process) {
        return Fault.failed(
                "bench",
                "Nobody tells what process " + process.pid() + " uses of the processors.",
                "Its log shows whether it has ended. Processor time is measured on Linux alone.");
    }
}
