package io.authsvcs.auth.token;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.SessionId;
import java.time.Instant;

/**
 * What an access token of ours says, as far as anything here depends on it.
 *
 * @param id the token's own (RFC 7519 §4.1.7, {@code jti})
 */
public record AccessClaims(Subject subject, SessionId session, String id, Instant issuedAt, Instant expiresAt) {}
