package io.authsvcs.auth.session;

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
        if (!lifetime.isPositive() || !persistentLifetime.isPositive()) {
            throw new IllegalArgumentException("auth.session lifetimes must be positive");
        }
    }
}
