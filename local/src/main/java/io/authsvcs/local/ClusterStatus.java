package io.authsvcs.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The cluster as it is now.
 *
 * @param gateways their URLs, the first gateway's first; none before the first start
 * @param metrics where each gateway's metrics are read; none before its first start
 * @param database where somebody else's database is; empty when the cluster has its own
 * @param mail the folder where messages to users are put
 * @param settings that were asked for last
 */
public record ClusterStatus(
        List<URI> gateways,
        List<URI> metrics,
        Optional<String> database,
        Path mail,
        Settings settings,
        List<ProcessStatus> processes) {
    public ClusterStatus {
        gateways = List.copyOf(gateways);
        metrics = List.copyOf(metrics);
        processes = List.copyOf(processes);
    }

    /** The first gateway's URL; empty before the first start. */
    public Optional<URI> gateway() {
        return gateways.stream().findFirst();
    }

    public boolean isRunning() {
        return processes.stream().anyMatch(process -> process.pid().isPresent());
    }

    /** Everything that belongs to the cluster serves, and there is an instance to send requests to. */
    public boolean isWell() {
        return hasInstances() && processes.stream().allMatch(ProcessStatus::isWell);
    }

    /** Whether there shall be any; they may be dead. */
    public boolean hasInstances() {
        return processes.stream().anyMatch(process -> process.kind() == Kind.AUTH);
    }
}
