package io.authsvcs.gateway.observability;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's parts, put together. */
@Configuration(proxyBeanMethods = false)
class ObservabilityConfiguration {
    @Bean
    Statistics statistics() {
        return new Statistics(InstantSource.system());
    }
}
