package io.authsvcs.local;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which instances the gateways send requests to. There is nothing to wait for while no gateway runs. */
record Rotation(Members members, Progress progress) {
    static final String UP = "up";
    static final String DRAINING = "draining";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** The gateway doesn't answer. */
    private static final String UNKNOWN = "unknown";

    /** Waits until every gateway sees each instance among them up. */
    void awaitIn(List<Member> started) {
        awaitThat("in rotation", started, UP::equals);
    }

    /** The same, except that whoever is draining may go on with it. */
    void awaitInUnlessDraining(List<Member> kept) {
        awaitThat("in rotation", kept, Rotation::isServing);
    }

    /**
     * Waits until no gateway sees any instance among them up. One that doesn't answer can't be waited for: whoever leaves
     * serves on until it would have looked.
     */
    void awaitOut(List<Member> stopped) {
        awaitThat("out of rotation", stopped, state -> !state.equals(UP));
    }

    /** Whether every gateway says now that it sends it no requests. */
    boolean isOut(Member instance) {
        return members.running(Kind.GATEWAY).stream()
                .map(gateway -> state(gateway, instance.name()))
                .allMatch(Rotation::isOut);
    }

    /** Waits until every gateway has heard that it takes no new requests. */
    void awaitDraining(Member instance) {
        awaitThat("draining", List.of(instance), DRAINING::equals);
    }

    /** Waits until a gateway that has just started sees one of the instances that run. */
    void awaitAnyoneAt(Member gateway) {
        boolean expected = gateway.kind() == Kind.GATEWAY && members.isAlive(Kind.AUTH);
        if (expected && !Deadline.in(PATIENCE).await(() -> !gateway.isAlive() || seesAnyone(gateway))) {
            throw Fault.failed(
                    gateway.name(),
                    "The " + gateway.name() + " sees no instance that serves, still after " + PATIENCE.toSeconds()
                            + " s.",
                    "authctl status shows who serves; authctl logs " + gateway.name() + " what it does itself.");
        }
    }

    private void awaitThat(String fact, List<Member> candidates, Predicate<String> wanted) {
        List<String> instances = candidates.stream()
                .filter(member -> member.kind() == Kind.AUTH)
                .map(Member::name)
                .toList();
        List<Member> gateways = members.running(Kind.GATEWAY);
        if (!instances.isEmpty() && !gateways.isEmpty()) {
            String step = "see " + String.join(", ", instances) + " " + fact;
            progress.begin(step);
            instances.forEach(name -> gateways.forEach(gateway -> await(gateway, name, wanted)));
            progress.end(step);
        }
    }

    /** A gateway that ends meanwhile sends no requests anywhere. */
    private static void await(Member gateway, String name, Predicate<String> wanted) {
        if (!Deadline.in(PATIENCE).await(() -> !gateway.isAlive() || wanted.test(state(gateway, name)))) {
            throw Fault.failed(
                    name,
                    name + " is " + state(gateway, name) + " as the " + gateway.name() + " sees it, still after "
                            + PATIENCE.toSeconds() + " s.",
                    "authctl status shows what the registry says; authctl logs " + name + " what it does itself.");
        }
    }

    private static boolean seesAnyone(Member gateway) {
        return GatewayView.states(gateway).orElse(Map.of()).values().stream().anyMatch(Rotation::isServing);
    }

    private static boolean isOut(String state) {
        return !state.equals(UP) && !state.equals(UNKNOWN);
    }

    private static boolean isServing(String state) {
        return state.equals(UP) || state.equals(DRAINING);
    }

    private static String state(Member gateway, String name) {
        return GatewayView.states(gateway)
                .map(states -> states.getOrDefault(name, Views.ABSENT))
                .orElse(UNKNOWN);
    }
}
