package io.authsvcs.gateway.upstream;

import java.net.URI;
import java.util.Map;
import org.springframework.cloud.client.ServiceInstance;

/**
 * An instance as the framework's balancing wants to see it.
 *
 * @param onTrial whether its circuit has given a permit, which has to be given back
 */
record Chosen(Instance instance, boolean onTrial) implements ServiceInstance {
    /** The request has shown nothing about the instance. */
    void released() {
        if (onTrial) {
            instance.circuit().released();
        }
    }

    @Override
    public String getServiceId() {
        return "auth-svcs";
    }

    @Override
    public String getHost() {
        return instance.registration().host();
    }

    @Override
    public int getPort() {
        return instance.registration().port();
    }

    @Override
    public boolean isSecure() {
        return instance.registration().secure();
    }

    @Override
    public URI getUri() {
        return URI.create((isSecure() ? "https://" : "http://") + getHost() + ":" + getPort());
    }

    @Override
    public Map<String, String> getMetadata() {
        return Map.of();
    }
}
