package io.authsvcs.auth.startup;

import static io.authsvcs.common.InvalidSetting.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this instance starts.
 *
 * @param warmUp how long it may practise before it is ready, while others serve; not at all when 0
 */
@ConfigurationProperties(value = "auth.startup", ignoreUnknownFields = false)
record StartupSettings(Duration warmUp) {
    StartupSettings {
        require(
                !warmUp.isNegative(),
                "auth.startup.warm-up is " + warmUp + ".",
                "Set it to 5s or so, or to 0s for an instance that is ready at once and slow at first.");
    }
}
