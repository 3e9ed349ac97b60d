package io.authsvcs.auth.token;

import static io.authsvcs.common.InvalidSetting.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How one signing key follows another.
 *
 * @param publishAhead how long a key is published before it signs; whoever verifies by themselves keeps the published
 *     keys for half of it at most
 * @param rotationInterval how long a key signs; 0: until somebody asks for another
 * @param reloadInterval how often an instance looks for what others have changed
 */
@ConfigurationProperties("auth.token")
public record RotationSettings(Duration publishAhead, Duration rotationInterval, Duration reloadInterval) {
    // A revoked key is refused everywhere within 5 seconds.
    private static final Duration LONGEST_RELOAD = Duration.ofSeconds(4);
    private static final Duration SHORTEST_PUBLICATION = Duration.ofSeconds(2);
    private static final int READINGS_AHEAD = 4;

    public RotationSettings {
        require(
                reloadInterval.isPositive() && reloadInterval.compareTo(LONGEST_RELOAD) <= 0,
                "Keys can't be looked for every " + reloadInterval + ".",
                "Set auth.token.reload-interval to 2s or so, at most 4s.");
        require(
                publishAhead.compareTo(SHORTEST_PUBLICATION) >= 0
                        && publishAhead.compareTo(reloadInterval.multipliedBy(READINGS_AHEAD)) >= 0,
                "A key that is published for " + publishAhead + " isn't known everywhere when it signs.",
                "Set auth.token.publish-ahead to 10m or so, at least 2s and four times auth.token.reload-interval.");
        require(
                rotationInterval.isZero() || rotationInterval.compareTo(publishAhead) > 0,
                "Keys can't be replaced every " + rotationInterval + ".",
                "Set auth.token.rotation-interval to 30d or so, more than auth.token.publish-ahead, or to 0 for never.");
    }

    boolean isScheduled() {
        return !rotationInterval.isZero();
    }

    /** How long a key has signed when the next one is due to be published. */
    Duration age() {
        return rotationInterval.minus(publishAhead);
    }
}
