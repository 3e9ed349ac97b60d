package io.authsvcs.auth.startup;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AdministratorSettings.class, RegistrySettings.class, StartupSettings.class})
class StartupConfiguration {
    /** The registry's client is built from this. In a header, not in its URL, which it logs. */
    @Bean
    RestClient.Builder registryClient(RegistrySettings registry) {
        return RestClient.builder()
                .defaultHeaders(headers -> headers.setBasicAuth(registry.username(), registry.password()));
    }
}
