package io.authsvcs.auth.http;

import static io.authsvcs.common.InvalidSetting.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How browsers are known again.
 *
 * @param cookieSecure whether they send the cookie over TLS alone
 * @param knownFor how long they keep it after a login
 */
@ConfigurationProperties("auth.device")
record DeviceSettings(boolean cookieSecure, Duration knownFor) {
    DeviceSettings {
        require(
                knownFor.toSeconds() > 0,
                "No browser can be known for " + knownFor + ".",
                "Set auth.device.known-for to 180d or so.");
    }
}
