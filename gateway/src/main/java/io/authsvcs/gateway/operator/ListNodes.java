package io.authsvcs.gateway.operator;

import io.authsvcs.gateway.upstream.Instances;
import java.util.List;
import org.springframework.stereotype.Component;

/** GET /v1/router/list/nodes: every instance, as this gateway sees it. */
@Component
final class ListNodes {
    private final Instances instances;

    ListNodes(Instances instances) {
        this.instances = instances;
    }

    record View(List<Node> nodes) {}

    Reply reply() {
        return Reply.ok(new View(nodes()));
    }

    List<Node> nodes() {
        return instances.sightings().stream().map(Node::of).toList();
    }
}
