package io.authsvcs.gateway.operator;

import io.authsvcs.gateway.upstream.Instances;
import java.util.List;
import org.springframework.stereotype.Component;

/** GET /v1/router/list/nodes: every instance, as this gateway sees it. */
@Component
final class ListInstances {
    private final Instances instances;

    ListInstances(Instances instances) {
        this.instances = instances;
    }

    record View(List<InstanceView> nodes) {}

    Reply reply() {
        return Reply.ok(new View(all()));
    }

    List<InstanceView> all() {
        return instances.sightings().stream().map(InstanceView::of).toList();
    }
}
