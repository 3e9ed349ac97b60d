package io.authsvcs.acceptance;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.Kind;
import io.authsvcs.local.ProcessStatus;
import io.authsvcs.local.process.Tool;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The instances that run.
 *
 * @param names by process id
 */
record Instances(Map<Long, String> names) {
    /** {@code ss}: {@code users:(("java",pid=4711,fd=9))}; {@code lsof -Fp}: {@code p4711}. */
    private static final Pattern PID = Pattern.compile("(?m)(?:pid=|^p)(\\d+)");

    static Instances of(Cluster cluster) {
        return new Instances(cluster.status().processes().stream()
                .filter(process -> process.kind() == Kind.AUTH)
                .collect(Collectors.toMap(process -> process.pid().orElseThrow(), ProcessStatus::name)));
    }

    /** Whose end of a connection this port is, as far as the system's own tools tell. */
    String connectedFrom(int port) {
        String owners = Tool.find("ss").isPresent()
                ? Tool.run("ss", "-Hntp", "sport = :" + port).output()
                : Tool.run("lsof", "-nP", "-iTCP:" + port, "-Fp").output();
        return PID.matcher(owners)
                .results()
                .map(owner -> Long.parseLong(owner.group(1)))
                .filter(names::containsKey)
                .map(names::get)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No instance is connected from " + port + ": " + owners));
    }
}
