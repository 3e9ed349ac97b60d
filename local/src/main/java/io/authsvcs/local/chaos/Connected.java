package io.authsvcs.local.chaos;

import io.authsvcs.local.database.Connections;
import io.authsvcs.local.database.DatabaseUrl;
import io.authsvcs.local.report.Figure;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many connections to PostgreSQL each instance has.
 *
 * @param counts by the instance's name for itself
 */
record Connected(Map<String, Integer> counts) {
    private static final String INSTANCES = "auth-svcs ";
    /** What the two pools of an instance hold. They open a connection when they need it, so there may have been fewer before. */
    private static final int POOLS = 12;

    static Connected to(String databaseUrl) {
        return new Connected(Connections.byApplication(new DatabaseUrl(databaseUrl)).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(INSTANCES))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(INSTANCES.length()), Map.Entry::getValue)));
    }

    /** What is left of those of before, and what has leaked. */
    Figure since(Connected before) {
        return new Figure(
                "Connections to PostgreSQL were " + before + " before and are " + this + " afterwards",
                "no more than before, or than the " + POOLS + " of an instance's pools",
                !counts.isEmpty()
                        && counts.entrySet().stream().allMatch(now -> now.getValue() <= before.most(now.getKey())));
    }

    private int most(String instance) {
        return Math.max(POOLS, counts.getOrDefault(instance, 0));
    }

    @Override
    public String toString() {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getValue() + " of " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
