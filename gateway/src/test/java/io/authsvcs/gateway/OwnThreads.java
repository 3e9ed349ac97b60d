package io.authsvcs.gateway;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Netty's, of one gateway alone: those that gateways of one process share end with the first that is closed, and that
 * only after two quiet seconds.
 */
final class OwnThreads {
    @Bean
    ReactorResourceFactory resources() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }
}
