package io.authsvcs.auth.session;

import static io.authsvcs.common.InvalidSetting.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a session lasts, and how many somebody may have.
 *
 * @param lifetime of an ordinary one, where the caller doesn't say (seed 003: 10 hours)
 * @param persistentLifetime of one that is to outlive the browser
 * @param longest what any is cut down to, also one without an end; 0: not at all
 * @param idle how long one whose length nobody has chosen may be left alone before it ends; 0: for its lifetime
 * @param limit how many somebody may have at once, the oldest of which ends when one more begins; 0: any number
 * @param grace how long a refresh token that was just spent leads to the same successor again
 */
@ConfigurationProperties("auth.session")
public record SessionSettings(
        Duration lifetime, Duration persistentLifetime, Duration longest, Duration idle, int limit, Duration grace) {
    /** Use is noted {@link LastSeen#BEHIND later} than it happens: a shorter one would end what is in use. */
    private static final Duration SHORTEST_IDLE = Duration.ofMinutes(5);

    public SessionSettings {
        require(
                lifetime.isPositive() && persistentLifetime.isPositive(),
                "Sessions can't live for " + lifetime + " and " + persistentLifetime + ".",
                "Set auth.session.lifetime and auth.session.persistent-lifetime to 10h and 30d or so.");
        require(
                !longest.isNegative(),
                "No session can be cut down to " + longest + ".",
                "Set auth.session.longest to 90d or so, or to 0 for any length.");
        require(
                idle.isZero() || idle.compareTo(SHORTEST_IDLE) >= 0,
                "Sessions can't end by being left alone for " + idle + ".",
                "Set auth.session.idle to 5m or more, or to 0 for never.");
        require(
                limit >= 0,
                "Nobody can have " + limit + " sessions.",
                "Set auth.session.limit to 1 or more, or to 0 for any number.");
        require(
                !grace.isNegative() && grace.compareTo(Duration.ofMinutes(1)) <= 0,
                "A lost response can't be asked for " + grace + " later.",
                "Set auth.session.grace to 10s or so, at most 1m.");
    }

    /** @param wanted zero: without an end */
    Duration cut(Duration wanted) {
        return cut(wanted, longest);
    }

    /**
     * How long a session lasts that is asked to last so long.
     *
     * @param wanted zero: without an end
     * @param longest zero: any length
     */
    public static Duration cut(Duration wanted, Duration longest) {
        boolean isTooLong = wanted.isZero() || wanted.compareTo(longest) > 0;
        return longest.isPositive() && isTooLong ? longest : wanted;
    }
}
