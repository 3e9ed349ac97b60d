package io.authsvcs.auth.session;

import io.authsvcs.auth.caller.Caller;
import java.time.Duration;
import java.util.Optional;

/**
 * What a caller wants of a session.
 *
 * @param duration how long; zero means without end, absent leaves it to the settings
 * @param persistent whether it is to outlive the browser
 */
public record SessionRequest(Optional<Duration> duration, boolean persistent, Caller caller) {}
