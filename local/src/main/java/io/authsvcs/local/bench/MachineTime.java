package io.authsvcs.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** What everybody has used of a machine's processors since it began. */
final class MachineTime {
    private static final Path STAT = Path.of("/proc/stat");
    /** user, nice, system, idle, iowait, irq, softirq, steal; guests are among the users. */
    private static final int COUNTED = 8;

    private static final int IDLE = 3;
    private static final int WAITING = 4;

    private MachineTime() {}

    static Duration used() {
        try (Stream<String> lines = Files.lines(STAT)) {
            return parse(lines.findFirst().orElseThrow());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param line the first of /proc/stat, of all processors together */
    static Duration parse(String line) {
        long[] ticks = Arrays.stream(line.strip().split("\\s+", -1))
                .skip(1)
                .limit(COUNTED)
                .mapToLong(Long::parseLong)
                .toArray();
        return CpuTime.TICK.multipliedBy(Arrays.stream(ticks).sum() - ticks[IDLE] - ticks[WAITING]);
    }
}
