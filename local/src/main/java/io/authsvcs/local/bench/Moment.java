package io.authsvcs.local.bench;

import io.authsvcs.local.process.ProcessId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was used of the processors until now.
 *
 * @param peer by each process that is measured
 * @param load by whoever asks: this process, and any wrk that has ended
 * @param bench by this one with all that it has started: whoever is measured, those who wait for their turn, and wrk
 * @param machine by everybody
 */
record Moment(Map<String, Duration> peer, Duration load, Duration bench, Duration machine) {
    Moment {
        peer = Map.copyOf(peer);
    }

    static Moment of(Peer peer) {
        Map<String, Duration> used = new LinkedHashMap<>();
        peer.processes().forEach((name, process) -> used.put(name, CpuTime.of(process)));
        ProcessId self = ProcessId.of(ProcessHandle.current());
        return new Moment(used, CpuTime.withoutThoseAlive(self), CpuTime.of(self), MachineTime.used());
    }

    /** What somebody else used of the machine since then: it is missing in every figure. */
    Duration othersSince(Moment before) {
        Duration others = machine.minus(before.machine).minus(bench.minus(before.bench));
        return others.isNegative() ? Duration.ZERO : others;
    }
}
