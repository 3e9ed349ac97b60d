package io.authsvcs.gateway.operator;

import io.authsvcs.gateway.upstream.Instances;
import io.authsvcs.gateway.upstream.Sighting;
import io.authsvcs.gateway.upstream.State;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** GET /v1/router/list/services: the one service behind this gateway, and how many of it there are. */
@Component
final class ListServices {
    private final Instances instances;

    ListServices(Instances instances) {
        this.instances = instances;
    }

    record View(List<Service> services) {}

    /** @param states how many are in each state that one is in */
    record Service(String name, long instances, long up, SortedMap<String, Long> states) {}

    Reply reply() {
        SortedMap<String, Long> states = instances.sightings().stream()
                .map(Sighting::state)
                .collect(Collectors.groupingBy(State::label, TreeMap::new, Collectors.counting()));
        long all = states.values().stream().mapToLong(Long::longValue).sum();
        long up = states.getOrDefault(State.UP.label(), 0L);
        return Reply.ok(new View(List.of(new Service("auth-svcs", all, up, states))));
    }
}
