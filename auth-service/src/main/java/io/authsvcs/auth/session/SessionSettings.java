package io.authsvcs.auth.session;

import static io.authsvcs.common.InvalidSetting.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a session lasts where the caller doesn't say.
 *
 * @param lifetime of an ordinary one (seed 003: 10 hours)
 * @param persistentLifetime of one that is to outlive the browser
 */
@ConfigurationProperties("auth.session")
public record SessionSettings(Duration lifetime, Duration persistentLifetime) {
    public SessionSettings {
        require(
                lifetime.isPositive() && persistentLifetime.isPositive(),
                "Sessions can't live for " + lifetime + " and " + persistentLifetime + ".",
                "Set auth.session.lifetime and auth.session.persistent-lifetime to 10h and 30d or so.");
    }
}
