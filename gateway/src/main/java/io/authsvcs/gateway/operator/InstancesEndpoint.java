package io.authsvcs.gateway.operator;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** {@code /actuator/instances}: every instance, as this gateway sees it. */
@Component
@Endpoint(id = "instances")
final class InstancesEndpoint {
    private final ListInstances instances;

    InstancesEndpoint(ListInstances instances) {
        this.instances = instances;
    }

    record View(List<InstanceView> instances) {}

    @ReadOperation
    View instances() {
        return new View(instances.all());
    }
}
