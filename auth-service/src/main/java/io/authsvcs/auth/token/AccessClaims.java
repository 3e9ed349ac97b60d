package io.authsvcs.auth.token;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.SessionId;
import java.time.Instant;

/** What an access token of ours says, as far as anything here depends on it. */
public record AccessClaims(Subject subject, SessionId session, Instant issuedAt, Instant expiresAt) {}
