package io.authsvcs.local;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.process.PortOwner;
import io.authsvcs.local.process.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gives ports to members that are about to start, before any of them starts: they have to know each other's. */
record PortPlan(Members members) {
    private static final Duration TIME_TO_BE_RELEASED = Duration.ofSeconds(3);

    void assign(List<String> names) {
        names.forEach(name -> assign(members.get(name)));
    }

    /** Whether a gateway could listen where it is asked to: where it does already, or where nobody does. */
    void check(Specification asked) {
        int port = asked.gatewayPort();
        boolean held = members.of(Kind.GATEWAY).stream()
                .anyMatch(gateway -> gateway.isFirst() && gateway.isAlive() && gateway.port() == port);
        if (port != 0 && !held && !Ports.isFree(port)) {
            throw taken(port);
        }
    }

    private void assign(Member member) {
        int service = switch (member.kind()) {
            case GATEWAY -> gatewayPort(member);
            case REGISTRY, DATABASE -> knownToOthers(member);
            case AUTH -> Ports.choose(member.port(), otherPorts(member));
        };
        members.put(member.withPorts(service, member.managementPort()));
        if (member.kind() != Kind.DATABASE) {
            Member placed = members.get(member.name());
            members.put(placed.withPorts(service, Ports.choose(placed.managementPort(), otherPorts(placed, service))));
        }
    }

    private int gatewayPort(Member member) {
        int asked = members.state().specification().gatewayPort();
        return asked == 0 || !member.isFirst() ? Ports.choose(member.port(), otherPorts(member)) : free(asked);
    }

    /** Whoever runs already was told this port; when nobody does, any will do. */
    private int knownToOthers(Member member) {
        boolean told = members.all().stream().anyMatch(each -> each.isAlive() && each.kind() != Kind.DATABASE);
        return told && member.port() != 0 ? free(member.port()) : Ports.choose(member.port(), otherPorts(member));
    }

    /** Whoever held it may have been killed a moment ago. */
    private static int free(int port) {
        if (!Deadline.in(TIME_TO_BE_RELEASED).await(() -> Ports.isFree(port))) {
            throw taken(port);
        }
        return port;
    }

    private Set<Integer> otherPorts(Member member, int... more) {
        IntStream others = members.where(each -> !each.name().equals(member.name())).stream()
                .flatMapToInt(each -> IntStream.of(each.port(), each.managementPort()));
        IntStream asked = IntStream.of(members.state().specification().gatewayPort());
        return IntStream.concat(IntStream.concat(others, asked), IntStream.of(more))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Fault taken(int port) {
        String owner = PortOwner.find(port).map(found -> " (" + found + ")").orElse("");
        return new Fault(
                FaultKind.PORT_TAKEN,
                "port " + port,
                "Port " + port + " is taken by another program" + owner + ".",
                "End that program, or choose another port: authctl up --port 0 takes any free one.");
    }
}
