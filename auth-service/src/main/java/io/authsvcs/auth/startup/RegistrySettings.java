package io.authsvcs.auth.startup;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** How this instance makes itself known to the registry. */
@ConfigurationProperties("auth.registry")
record RegistrySettings(String username, String password) {
    RegistrySettings {
        if (password.isBlank()) {
            throw new IllegalArgumentException("REGISTRY_PASSWORD is missing: the registry knows no strangers");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RegistrySettings[" + username + "]";
    }
}
