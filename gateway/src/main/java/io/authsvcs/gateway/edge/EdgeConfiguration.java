package io.authsvcs.gateway.edge;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
    @Bean
    TrustedProxies trustedProxies(EdgeSettings settings) {
        return TrustedProxies.of(settings.trustedProxies());
    }
}
