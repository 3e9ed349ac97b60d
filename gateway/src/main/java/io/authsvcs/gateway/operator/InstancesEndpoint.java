package io.authsvcs.gateway.operator;

import io.authsvcs.gateway.upstream.Instances;
import io.authsvcs.gateway.upstream.Sighting;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** {@code /actuator/instances}: every instance, as this gateway sees it. */
@Component
@Endpoint(id = "instances")
final class InstancesEndpoint {
    private final Instances instances;

    InstancesEndpoint(Instances instances) {
        this.instances = instances;
    }

    record View(List<Sighting> instances) {}

    @ReadOperation
    View instances() {
        return new View(instances.sightings());
    }
}
