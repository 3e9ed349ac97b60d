package io.authsvcs.local;

import io.authsvcs.local.process.Memory;
import io.authsvcs.local.process.ProcessId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Gatherers;

/** Looks at everything once: the processes, what each registry says of them, and what each gateway sees. */
record Observation(Home home, Members members, Arrivals arrivals, RegistryView registry) {
    private static final int AT_ONCE = 32;

    /** What the registries and gateways see comes last: the processes that hang take their time, and it may change. */
    ClusterStatus look() {
        List<Seen> seen = members.all().stream()
                // Of those that hang, each would keep the others waiting.
                .gather(Gatherers.mapConcurrent(AT_ONCE, member -> new Seen(member, state(member))))
                .toList();
        Map<String, Optional<Map<String, String>>> registered = seenBy(Kind.REGISTRY, registry::states);
        Map<String, Optional<Map<String, String>>> routed = seenBy(Kind.GATEWAY, GatewayView::states);
        return new ClusterStatus(
                members.gateways(),
                metrics(),
                database(),
                home.mail(),
                members.state().specification().settings(),
                seen.stream().map(one -> status(one, registered, routed)).toList());
    }

    private record Seen(Member member, ProcessState state) {}

    private static ProcessStatus status(
            Seen seen,
            Map<String, Optional<Map<String, String>>> registered,
            Map<String, Optional<Map<String, String>>> routed) {
        Member member = seen.member();
        Optional<ProcessId> alive = member.process().filter(ProcessId::isAlive);
        return new ProcessStatus(
                member.name(),
                member.kind(),
                alive.map(process -> OptionalLong.of(process.pid())).orElse(OptionalLong.empty()),
                member.port(),
                seen.state(),
                views(member, registered),
                views(member, routed),
                alive.map(Memory::of).orElse(OptionalLong.empty()));
    }

    private ProcessState state(Member member) {
        if (member.isAlive()) {
            return arrivals.isReady(member, members) ? ProcessState.RUNNING : ProcessState.UNREADY;
        }
        return member.isDead() ? ProcessState.DEAD : ProcessState.STOPPED;
    }

    /** What each observer that runs sees, by its name; empty where it does not answer. */
    private Map<String, Optional<Map<String, String>>> seenBy(
            Kind observers, Function<Member, Optional<Map<String, String>>> eyes) {
        Map<String, Optional<Map<String, String>>> seen = new LinkedHashMap<>();
        members.running(observers).forEach(observer -> seen.put(observer.name(), eyes.apply(observer)));
        return seen;
    }

    private static Views views(Member member, Map<String, Optional<Map<String, String>>> seen) {
        Map<String, Optional<String>> states = new LinkedHashMap<>();
        if (member.kind() == Kind.AUTH) {
            seen.forEach((observer, view) ->
                    states.put(observer, view.map(known -> known.getOrDefault(member.name(), Views.ABSENT))));
        }
        return new Views(states);
    }

    private List<URI> metrics() {
        return members.of(Kind.GATEWAY).stream()
                .filter(gateway -> gateway.managementPort() != 0)
                .map(gateway -> gateway.management("/actuator/metrics"))
                .toList();
    }

    private Optional<String> database() {
        return members.state().specification().database().map(url -> url.place());
    }
}
