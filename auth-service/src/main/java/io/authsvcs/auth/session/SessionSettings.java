package io.authsvcs.auth.session;

import static io.authsvcs.common.InvalidSetting.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a session lasts where the caller doesn't say, and how many somebody may have.
 *
 * @param lifetime of an ordinary one (seed 003: 10 hours)
 * @param persistentLifetime of one that is to outlive the browser
 * @param limit how many somebody may have at once, the oldest of which ends when one more begins; 0: any number
 * @param grace how long a refresh token that was just spent leads to the same successor again
 */
@ConfigurationProperties("auth.session")
public record SessionSettings(Duration lifetime, Duration persistentLifetime, int limit, Duration grace) {
    public SessionSettings {
        require(
                lifetime.isPositive() && persistentLifetime.isPositive(),
                "Sessions can't live for " + lifetime + " and " + persistentLifetime + ".",
                "Set auth.session.lifetime and auth.session.persistent-lifetime to 10h and 30d or so.");
        require(
                limit >= 0,
                "Nobody can have " + limit + " sessions.",
                "Set auth.session.limit to 1 or more, or to 0 for any number.");
        require(
                !grace.isNegative() && grace.compareTo(Duration.ofMinutes(1)) <= 0,
                "A lost response can't be asked for " + grace + " later.",
                "Set auth.session.grace to 10s or so, at most 1m.");
    }
}
