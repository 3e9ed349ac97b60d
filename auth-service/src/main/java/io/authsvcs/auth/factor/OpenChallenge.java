package io.authsvcs.auth.factor;

import io.authsvcs.auth.identity.Subject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A challenge that is good.
 *
 * @param duration that its owner wishes for their session; absent leaves it to the settings
 * @param persistent whether that is to outlive the browser
 * @param enrolment whether they have to begin a second factor first
 */
public record OpenChallenge(
        UUID id, Subject owner, Optional<Duration> duration, boolean persistent, boolean enrolment) {}
