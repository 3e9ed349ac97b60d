package io.authsvcs.local;

import io.authsvcs.local.process.Memory;
import io.authsvcs.local.process.ProcessId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at everything once: the processes, what the registry says of them, and what the gateway sees. */
record Observation(Home home, Members members, Arrivals arrivals, RegistryView registry) {
    ClusterStatus look() {
        Map<String, String> registered = seenBy(Kind.REGISTRY);
        Map<String, String> routed = seenBy(Kind.GATEWAY);
        List<ProcessStatus> processes = members.all().stream()
                .map(member -> look(member, registered, routed))
                .toList();
        return new ClusterStatus(
                gateway(),
                metrics(),
                database(),
                home.mail(),
                members.state().specification().settings(),
                processes);
    }

    private ProcessStatus look(Member member, Map<String, String> registered, Map<String, String> routed) {
        Optional<ProcessId> alive = member.process().filter(ProcessId::isAlive);
        return new ProcessStatus(
                member.name(),
                member.kind(),
                alive.map(process -> OptionalLong.of(process.pid())).orElse(OptionalLong.empty()),
                member.port(),
                state(member),
                Optional.ofNullable(registered.get(member.name())),
                Optional.ofNullable(routed.get(member.name())),
                alive.map(Memory::of).orElse(OptionalLong.empty()));
    }

    private ProcessState state(Member member) {
        if (member.isAlive()) {
            return arrivals.isReady(member, members) ? ProcessState.RUNNING : ProcessState.UNREADY;
        }
        return member.isDead() ? ProcessState.DEAD : ProcessState.STOPPED;
    }

    private Map<String, String> seenBy(Kind observer) {
        return members.of(observer).stream()
                .filter(Member::isAlive)
                .findFirst()
                .flatMap(member -> observer == Kind.REGISTRY ? registry.states(member) : GatewayView.states(member))
                .orElse(Map.of());
    }

    private Optional<URI> gateway() {
        return members.of(Kind.GATEWAY).isEmpty() ? Optional.empty() : Optional.of(members.gateway());
    }

    private Optional<URI> metrics() {
        return members.of(Kind.GATEWAY).stream()
                .filter(gateway -> gateway.managementPort() != 0)
                .findFirst()
                .map(gateway -> gateway.management("/actuator/metrics"));
    }

    private Optional<String> database() {
        return members.state().specification().database().map(url -> url.place());
    }
}
