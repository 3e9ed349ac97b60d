package io.authsvcs.local.chaos;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.administration.Administration;
import io.authsvcs.local.administration.Node;
import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.report.Figure;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * What gateways have sent to instances, as they count it themselves.
 *
 * @param counts by gateway and instance
 */
record Attempts(Map<String, Node> counts) {
    private static final Node NONE = new Node("", 0, 0);
    private static final double MOST_ADDED = 0.20;

    static Attempts in(Cluster cluster) {
        Map<String, Node> counts = new TreeMap<>();
        for (URI gateway : cluster.urls()) {
            new Administration(gateway, cluster::adminToken)
                    .nodes()
                    .all()
                    .forEach(node -> counts.put(gateway + " " + node.id(), node));
        }
        return new Attempts(counts);
    }

    Figure since(Attempts before) {
        long retries = counts.keySet().stream()
                .mapToLong(key -> more(before.retries(key), retries(key)))
                .sum();
        long first = counts.keySet().stream()
                        .mapToLong(key -> more(before.requests(key), requests(key)))
                        .sum()
                - retries;
        double added = first > 0 ? (double) retries / first : Double.POSITIVE_INFINITY;
        return new Figure(
                "Retries added " + Quantities.percent(added) + " to " + first + " first tries (" + retries + ")",
                "at most " + Quantities.percent(MOST_ADDED),
                added <= MOST_ADDED);
    }

    /** An instance that a gateway has forgotten meanwhile is counted from nothing. */
    private static long more(long before, long now) {
        return now >= before ? now - before : now;
    }

    private long requests(String key) {
        return counts.getOrDefault(key, NONE).requests();
    }

    private long retries(String key) {
        return counts.getOrDefault(key, NONE).retries();
    }
}
