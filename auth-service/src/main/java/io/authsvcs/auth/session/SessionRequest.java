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
 * @param partner the id of the partner whose it is to use, where it is one's
 */
public record SessionRequest(
        Optional<Duration> duration, boolean persistent, Form form, Optional<String> partner, Caller caller) {

    /** How tokens lead to a session. */
    public enum Form {
        /** They name it themselves. */
        DERIVED,
        /** They have to be looked up. */
        REFERENCE
    }

    public static SessionRequest derived(Optional<Duration> duration, boolean persistent, Caller caller) {
        return new SessionRequest(duration, persistent, Form.DERIVED, Optional.empty(), caller);
    }

    public static SessionRequest referenced(Optional<Duration> duration, Caller caller) {
        return new SessionRequest(duration, false, Form.REFERENCE, Optional.empty(), caller);
    }

    /** One without an end, for a partner to use. */
    public static SessionRequest ofPartner(String partner, Caller caller) {
        return new SessionRequest(Optional.of(Duration.ZERO), true, Form.DERIVED, Optional.of(partner), caller);
    }
}
