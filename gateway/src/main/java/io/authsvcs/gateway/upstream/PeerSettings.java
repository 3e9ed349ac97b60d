package io.authsvcs.gateway.upstream;

import io.authsvcs.common.GatewayKey;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this gateway and the instances know each other. There is no default key, on purpose.
 *
 * @param key what all of them are told
 */
@ConfigurationProperties(value = "gateway.peers", ignoreUnknownFields = false)
record PeerSettings(@DefaultValue("") String key) {
    PeerSettings {
        GatewayKey.of(key);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "PeerSettings";
    }
}
