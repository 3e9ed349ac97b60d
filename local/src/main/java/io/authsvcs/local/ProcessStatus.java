package io.authsvcs.local;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One process as it is now.
 *
 * @param pid empty when it does not run
 * @param port where it serves, on the loopback address
 * @param registryViews an instance's status as each registry that runs has it: {@code UP}, {@code STARTING}, {@code DOWN}
 * @param gatewayViews an instance's state as each gateway that runs sees it: {@code starting}, {@code up}, {@code
 *     draining}, {@code ejected}, {@code gone}
 * @param memoryBytes resident, with its children; empty when it does not run
 */
public record ProcessStatus(
        String name,
        Kind kind,
        OptionalLong pid,
        int port,
        ProcessState state,
        Views registryViews,
        Views gatewayViews,
        OptionalLong memoryBytes) {

    /** Serves, and for an instance: is in rotation. */
    public boolean isWell() {
        return state == ProcessState.RUNNING && (kind != Kind.AUTH || gatewayViews.agreeOn(Rotation.UP));
    }

    /** Runs well, and was taken out of rotation by somebody. */
    public boolean isDraining() {
        return state == ProcessState.RUNNING && gatewayViews.agreeOn(Rotation.DRAINING);
    }

    /** What all registries say, or who says what where they differ; empty where none says anything. */
    public Optional<String> registryState() {
        return registryViews.summary();
    }

    /** What all gateways see, or who sees what where they differ; empty where none sees anything. */
    public Optional<String> gatewayState() {
        return gatewayViews.summary();
    }
}
