package io.authsvcs.local.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * All rounds of one peer.
 *
 * @param connections on which it was asked
 * @param processes who worked for it, those first that matter most
 */
record Series(String peer, String does, int connections, List<String> processes, List<Sample> samples) {
    private static final double MILLI = 1e3;

    Series {
        processes = List.copyOf(processes);
        samples = List.copyOf(samples);
    }

    static Series of(Peer peer) {
        return new Series(
                peer.name(),
                peer.does(),
                peer.connections(),
                List.copyOf(peer.processes().keySet()),
                List.of());
    }

    boolean isOf(Peer asked) {
        return peer.equals(asked.name());
    }

    Series with(Sample sample) {
        return new Series(
                peer,
                does,
                connections,
                processes,
                Stream.concat(samples.stream(), Stream.of(sample)).toList());
    }

    /** Requests that were served, a second. */
    Spread rate() {
        return spread(sample -> sample.burst().servedASecond());
    }

    /** In milliseconds, as the next. */
    Spread p50() {
        return spread(sample -> sample.burst().p50() / MILLI);
    }

    Spread p99() {
        return spread(sample -> sample.burst().p99() / MILLI);
    }

    Spread p999() {
        return spread(sample -> sample.burst().p999() / MILLI);
    }

    /** Microseconds of processor time a request, as the next. */
    Spread cpu(String process) {
        return spread(sample -> sample.micros(process));
    }

    Spread cpuInAll() {
        return spread(Sample::microsInAll);
    }

    /** What the load itself used, in the same unit: no peer has it. */
    Spread cpuOfLoad() {
        return spread(Sample::microsOfLoad);
    }

    /** How many processors somebody else had meanwhile. */
    Spread processorsOfOthers() {
        return spread(Sample::processorsOfOthers);
    }

    long failed() {
        return samples.stream().mapToLong(sample -> sample.burst().failed()).sum();
    }

    Spread spread(ToDoubleFunction<Sample> value) {
        return Spread.of(samples.stream().mapToDouble(value));
    }
}
