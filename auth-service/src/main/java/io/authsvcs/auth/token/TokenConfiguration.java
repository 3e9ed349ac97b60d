package io.authsvcs.auth.token;

import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TokenSettings.class, RotationSettings.class})
class TokenConfiguration {
    @Bean
    Ticker ticker() {
        return Ticker.systemTicker();
    }
}
