package io.authsvcs.auth.http;

import io.authsvcs.common.GatewayKey;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this instance and the gateways know each other.
 *
 * @param key what all of them are told
 */
@ConfigurationProperties("auth.gateway")
record GatewaySettings(String key) {
    GatewaySettings {
        GatewayKey.of(key);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "GatewaySettings";
    }
}
