package io.authsvcs.auth.startup;

import static io.authsvcs.common.InvalidSetting.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this instance makes itself known to the registry.
 *
 * @param leavePause how long a leaving instance still serves: more than a gateway takes from one fetch of the registry to
 *     the next
 * @param advertisedPort at which gateways reach this instance; 0: the one at which it listens
 */
@ConfigurationProperties("auth.registry")
record RegistrySettings(String username, String password, Duration leavePause, int advertisedPort) {
    private static final int LAST_PORT = 65_535;

    RegistrySettings {
        require(
                advertisedPort >= 0 && advertisedPort <= LAST_PORT,
                advertisedPort + " is no port.",
                "Set AUTH_ADVERTISED_PORT to the one at which gateways reach this instance, or not at all.");
        require(
                !password.isBlank(),
                "REGISTRY_PASSWORD is missing.",
                "Set it to the password of the registry, which knows no strangers.");
        require(
                !leavePause.isNegative(),
                "An instance can't leave " + leavePause + " after it has left.",
                "Set auth.registry.leave-pause to 2500ms or so.");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RegistrySettings[" + username + "]";
    }
}
