package io.authsvcs.gateway.upstream;

import static io.authsvcs.common.InvalidSetting.require;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** As whom the gateway talks to the registry. There is no default password, on purpose. */
@ConfigurationProperties(value = "gateway.registry", ignoreUnknownFields = false)
record RegistrySettings(
        @DefaultValue("auth-svcs") String username,
        @DefaultValue("") String password) {
    RegistrySettings {
        require(
                !password.isBlank(),
                "REGISTRY_PASSWORD is not set, and the registry answers nobody without it.",
                "Set the environment variable REGISTRY_PASSWORD to the password that the registry was started with.");
    }

    @Override
    public String toString() {
        return "RegistrySettings[username=" + username + "]";
    }
}
