package io.authsvcs.auth.session;

import io.authsvcs.auth.caller.Caller;
import java.time.Duration;
import java.util.Optional;

/**
 * What a caller wants of a session.
 *
 * @param duration how long; zero means without end, absent leaves it to the settings
 * @param persistent whether it is to outlive the browser
 * @param form of the tokens by which it will be shown
 */
public record SessionRequest(Optional<Duration> duration, boolean persistent, Form form, Caller caller) {

    /** How tokens lead to a session. */
    public enum Form {
        /** They name it themselves. */
        DERIVED,
        /** They have to be looked up. */
        REFERENCE
    }

    public static SessionRequest derived(Optional<Duration> duration, boolean persistent, Caller caller) {
        return new SessionRequest(duration, persistent, Form.DERIVED, caller);
    }
}
