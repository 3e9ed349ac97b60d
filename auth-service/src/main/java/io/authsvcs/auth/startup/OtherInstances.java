package io.authsvcs.auth.startup;

import com.netflix.appinfo.InstanceInfo;
import com.netflix.discovery.EurekaClient;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Those of this name that the registry knew when this process began. */
@Component
class OtherInstances {
    private final ObjectProvider<EurekaClient> registry;
    private final Availability availability;

    /** @param registry is made later than this */
    OtherInstances(ObjectProvider<EurekaClient> registry, Availability availability) {
        this.registry = registry;
        this.availability = availability;
    }

    /** Whether one of them serves meanwhile. None does as far as is known where no registry answered. */
    boolean serve() {
        return Optional.ofNullable(registry.getObject().getApplication(availability.application())).stream()
                .flatMap(application -> application.getInstances().stream())
                .anyMatch(this::isAnotherThatServes);
    }

    private boolean isAnotherThatServes(InstanceInfo instance) {
        return instance.getStatus() == InstanceInfo.InstanceStatus.UP
                && !instance.getInstanceId().equals(availability.id());
    }
}
