package io.authsvcs.local;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One process as it is now.
 *
 * @param pid empty when it does not run
 * @param port where it serves, on the loopback address
 * @param registryState an instance's status as the registry has it: {@code UP}, {@code STARTING}, {@code DOWN}; empty
 *     where it has none, or does not answer
 * @param gatewayState an instance's state as the gateway sees it: {@code STARTING}, {@code UP}, {@code EJECTED}, {@code
 *     DOWN}, {@code GONE}; empty where it sees none, or does not answer
 * @param memoryBytes resident, with its children; empty when it does not run
 */
public record ProcessStatus(
        String name,
        Kind kind,
        OptionalLong pid,
        int port,
        ProcessState state,
        Optional<String> registryState,
        Optional<String> gatewayState,
        OptionalLong memoryBytes) {

    /** Serves, and for an instance: is in rotation. */
    public boolean isWell() {
        return state == ProcessState.RUNNING
                && (kind != Kind.AUTH || gatewayState.filter("UP"::equals).isPresent());
    }
}
