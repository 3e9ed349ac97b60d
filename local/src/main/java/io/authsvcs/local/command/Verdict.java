package io.authsvcs.local.command;

import io.authsvcs.local.ClusterStatus;
import io.authsvcs.local.ProcessState;
import io.authsvcs.local.ProcessStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a person concludes from a status: who is to blame, and what to do about it. */
final class Verdict {
    private static final String CURE = " authctl up starts what is not there.";

    private Verdict() {}

    static String on(ClusterStatus status) {
        if (!status.isRunning()) {
            return "Nothing runs. authctl up starts the cluster.";
        }
        String url = status.gateway().map(String::valueOf).orElse("");
        return status.isWell() ? "All is well at " + url : String.join(System.lineSeparator(), complaints(status));
    }

    private static List<String> complaints(ClusterStatus status) {
        List<String> complaints = new ArrayList<>();
        String dead = names(status, process -> process.state() == ProcessState.DEAD);
        if (!dead.isEmpty()) {
            complaints.add(
                    "Dead: " + dead + "." + CURE + " authctl logs " + first(dead) + " shows what it wrote last.");
        }
        String missing = names(status, process -> process.state() == ProcessState.STOPPED);
        if (!missing.isEmpty()) {
            complaints.add("Missing: " + missing + "." + CURE);
        }
        String draining = names(status, ProcessStatus::isDraining);
        if (!draining.isEmpty()) {
            complaints.add("Draining: " + draining + ". authctl undrain " + first(draining) + " brings it back.");
        }
        String late = names(status, process -> process.pid().isPresent() && !process.isWell() && !process.isDraining());
        if (!late.isEmpty()) {
            complaints.add("Not ready yet: " + late + ". authctl logs " + first(late) + " shows what it does.");
        }
        if (!status.hasInstances()) {
            complaints.add("No instances, so every log-in is answered 503: scale up with authctl scale N.");
        }
        return complaints;
    }

    private static String names(ClusterStatus status, Predicate<ProcessStatus> which) {
        return status.processes().stream()
                .filter(which)
                .map(ProcessStatus::name)
                .collect(Collectors.joining(", "));
    }

    private static String first(String names) {
        return names.split(",", 2)[0];
    }
}
