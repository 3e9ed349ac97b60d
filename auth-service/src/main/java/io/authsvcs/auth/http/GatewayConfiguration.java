package io.authsvcs.auth.http;

import io.authsvcs.common.GatewayKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
class GatewayConfiguration {
    @Bean
    GatewayKey gatewayKey(GatewaySettings settings) {
        return GatewayKey.of(settings.key());
    }
}
