package io.authsvcs.auth.clock;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockSettings.class)
class ClockConfiguration {
    private static final Logger log = LoggerFactory.getLogger(ClockConfiguration.class);

    @Bean
    InstantSource clock(ClockSettings settings) {
        if (settings.offset().isZero()) {
            return InstantSource.system();
        }
        log.warn(
                "This instance's clock is off by {} on purpose: unset AUTH_CLOCK_OFFSET once the drill is over",
                settings.offset());
        return InstantSource.offset(InstantSource.system(), settings.offset());
    }
}
