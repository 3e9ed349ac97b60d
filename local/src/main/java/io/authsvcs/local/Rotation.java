package io.authsvcs.local;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Which instances the gateway sends requests to. There is nothing to wait for while no gateway runs. */
record Rotation(Members members, Progress progress) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String IN_ROTATION = "UP";

    /** Waits until the gateway sees each instance among them UP. */
    void awaitIn(List<Member> started) {
        awaitThat("gateway sends requests to", started, true);
    }

    /** Waits until the gateway sees no instance among them UP. */
    void awaitOut(List<Member> stopped) {
        awaitThat("gateway has let go of", stopped, false);
    }

    private void awaitThat(String fact, List<Member> candidates, boolean in) {
        List<String> instances = candidates.stream()
                .filter(member -> member.kind() == Kind.AUTH)
                .map(Member::name)
                .toList();
        if (!instances.isEmpty() && members.isAlive(Kind.GATEWAY)) {
            String step = fact + " " + String.join(", ", instances);
            progress.begin(step);
            instances.forEach(name -> await(name, in));
            progress.end(step);
        }
    }

    private void await(String name, boolean in) {
        if (!Deadline.in(PATIENCE).await(() -> isIn(name) == in)) {
            throw Fault.failed(
                    name,
                    "The gateway sees " + name + " as " + state(name) + ", still after " + PATIENCE.toSeconds() + " s.",
                    "authctl status shows what the registry says; authctl logs " + name + " what it does itself.");
        }
    }

    private boolean isIn(String name) {
        return state(name).equals(IN_ROTATION);
    }

    private String state(String name) {
        return GatewayView.states(members.of(Kind.GATEWAY).getFirst())
                .orElse(Map.of())
                .getOrDefault(name, "unknown");
    }
}
