package io.authsvcs.gateway.upstream;

import com.netflix.appinfo.InstanceInfo;
import com.netflix.discovery.shared.Application;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The registry as the Eureka client has fetched it last. */
final class EurekaRegistry implements Registry {
    private static final String APPLICATION = "AUTH-SVCS";

    private final Function<String, @Nullable Application> applications;

    /** Reads from the client's view of applications, in which one never heard of is null. */
    EurekaRegistry(Function<String, @Nullable Application> applications) {
        this.applications = applications;
    }

    @Override
    public List<Registration> registrations() {
        return Optional.ofNullable(applications.apply(APPLICATION))
                .map(Application::getInstancesAsIsFromEureka)
                .orElse(List.of())
                .stream()
                .map(EurekaRegistry::registration)
                .toList();
    }

    private static Registration registration(InstanceInfo info) {
        boolean secure = info.isPortEnabled(InstanceInfo.PortType.SECURE);
        return new Registration(
                info.getInstanceId(),
                info.getHostName(),
                secure ? info.getSecurePort() : info.getPort(),
                secure,
                info.getMetadata().getOrDefault("version", "unknown"),
                status(info.getStatus()));
    }

    private static Registration.Status status(InstanceInfo.InstanceStatus status) {
        return switch (status) {
            case UP -> Registration.Status.UP;
            case STARTING -> Registration.Status.STARTING;
            case DOWN, OUT_OF_SERVICE, UNKNOWN -> Registration.Status.DOWN;
        };
    }
}
