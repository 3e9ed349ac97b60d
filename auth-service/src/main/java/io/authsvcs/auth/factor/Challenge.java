package io.authsvcs.auth.factor;

import io.authsvcs.auth.token.OpaqueToken;
import java.time.Instant;

/**
 * What somebody goes on with who has logged in by their password, and has to prove more.
 *
 * @param enrolment whether they have no second factor yet, and have to begin one
 */
public record Challenge(OpaqueToken token, Instant expiresAt, boolean enrolment) {}
