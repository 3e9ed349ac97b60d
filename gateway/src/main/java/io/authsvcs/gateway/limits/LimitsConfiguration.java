package io.authsvcs.gateway.limits;

import io.authsvcs.gateway.routing.ContractSettings;
import io.github.bucket4j.TimeMeter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's parts, put together. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {
    @Bean
    TimeMeter time() {
        return TimeMeter.SYSTEM_NANOTIME;
    }

    @Bean
    Places places(LoadSettings settings) {
        return new Places(settings, System::nanoTime);
    }

    @Bean
    CallerLimits callerLimits(ContractSettings settings, TimeMeter time) {
        return new CallerLimits(settings, time);
    }
}
