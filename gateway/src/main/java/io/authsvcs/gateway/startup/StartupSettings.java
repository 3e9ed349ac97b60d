package io.authsvcs.gateway.startup;

import static io.authsvcs.common.InvalidSetting.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this gateway starts.
 *
 * @param warmUp how long it may practise before it opens; not at all when 0
 */
@ConfigurationProperties(value = "gateway.startup", ignoreUnknownFields = false)
record StartupSettings(@DefaultValue("15s") Duration warmUp) {
    StartupSettings {
        require(
                !warmUp.isNegative(),
                "gateway.startup.warm-up is " + warmUp + ".",
                "Set it to 15s or so, or to 0s for a gateway that opens at once and is slow at first.");
    }
}
