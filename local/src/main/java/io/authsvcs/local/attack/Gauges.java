package io.authsvcs.local.attack;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.ProcessStatus;
import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.process.Memory;
import io.authsvcs.local.process.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Looks at each process of a cluster once a second, until it is closed. */
final class Gauges implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Map<String, ProcessId> processes;
    private final Map<String, Usage.Amount> before;
    private final Map<String, List<Usage.Amount>> meanwhile = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofPlatform().name("gauges").unstarted(this::run);
    private volatile boolean goesOn = true;

    private Gauges(Map<String, ProcessId> processes) {
        this.processes = processes;
        this.before = amounts();
    }

    static Gauges begin(Cluster cluster) {
        Map<String, ProcessId> processes = new TreeMap<>();
        cluster.status().processes().forEach(process -> find(process, processes));
        Gauges gauges = new Gauges(processes);
        gauges.thread.start();
        return gauges;
    }

    private static void find(ProcessStatus process, Map<String, ProcessId> found) {
        process.pid().stream()
                .mapToObj(ProcessHandle::of)
                .flatMap(handle -> handle.stream())
                .forEach(handle -> found.put(process.name(), ProcessId.of(handle)));
    }

    /** Now, by name. */
    Map<String, Usage.Amount> amounts() {
        Map<String, Usage.Amount> amounts = new TreeMap<>();
        processes.forEach((name, process) ->
                amounts.put(name, new Usage.Amount(Memory.of(process).orElse(0), descriptors(process))));
        return amounts;
    }

    List<Usage> usages() {
        return before.entrySet().stream()
                .map(process -> new Usage(
                        process.getKey(), process.getValue(), meanwhile.getOrDefault(process.getKey(), List.of())))
                .toList();
    }

    private void run() {
        while (goesOn) {
            amounts()
                    .forEach((name, amount) -> meanwhile
                            .computeIfAbsent(name, any -> new ArrayList<>())
                            .add(amount));
            Deadline.in(INTERVAL).await(() -> !goesOn);
        }
    }

    /** 0 where nobody can tell, as elsewhere than on Linux. */
    private static int descriptors(ProcessId process) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return Math.toIntExact(open.count());
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public void close() {
        goesOn = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while looking at processes");
        }
    }
}
