package io.authsvcs.gateway.upstream;

import com.netflix.discovery.EurekaClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** The registry is Eureka. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "eureka.client.enabled", matchIfMissing = true)
class RegistryConfiguration {
    @Bean
    Registry registry(EurekaClient client) {
        return new EurekaRegistry(client::getApplication);
    }

    /** The Eureka client takes this one. Credentials in its URL would be logged. */
    @Bean
    RestClient.Builder registryClient(RegistrySettings settings) {
        return RestClient.builder()
                .defaultHeaders(headers -> headers.setBasicAuth(settings.username(), settings.password()));
    }
}
