package io.authsvcs.local.nemesis;

import io.authsvcs.local.Cluster;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Whom it hits.
 *
 * @param names of the processes
 * @param crash ends one as when it fails by itself
 * @param start returns when it serves again
 */
public record Prey(Supplier<List<String>> names, Consumer<String> crash, Consumer<String> start) {
    public static Prey of(Cluster cluster) {
        return new Prey(cluster::names, cluster::crash, cluster::start);
    }
}
